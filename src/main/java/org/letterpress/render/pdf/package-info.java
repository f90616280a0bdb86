/** The press: XSL-FO in, archival and accessible PDF out. FOP and PDFBox are used here alone. */
package org.letterpress.render.pdf;
