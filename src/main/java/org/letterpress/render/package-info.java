/** From the normalised letter to the editions: one small class a format. */
package org.letterpress.render;
