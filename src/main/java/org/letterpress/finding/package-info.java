/** What a check has to say: findings, where they stand and how grave they are. */
package org.letterpress.finding;
