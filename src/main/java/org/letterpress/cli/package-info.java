/** The command line: arguments in, exit code out. The only room that prints or exits. */
package org.letterpress.cli;
