/** The whole run: plan, check, model, render, audit, write. */
package org.letterpress.publish;
