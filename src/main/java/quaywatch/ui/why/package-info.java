/** The dialog that tells why a port can't be used. */
@NullMarked
package quaywatch.ui.why;

import org.jspecify.annotations.NullMarked;
