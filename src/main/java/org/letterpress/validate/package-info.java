/** Files in, findings out: well-formedness, grammar, rules, references. */
package org.letterpress.validate;
