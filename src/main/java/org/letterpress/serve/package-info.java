/** The preview: an edition on this machine's own address while it is edited; nothing is written. */
package org.letterpress.serve;
