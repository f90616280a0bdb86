/** The map of places and the network of correspondents, laid out for the web edition to draw. */
package org.letterpress.render.chart;
