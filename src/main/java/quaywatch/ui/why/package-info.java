/**
 * The dialog that tells why a port can't be used.
 * <p>May use: the shared parts of {@code ui}, {@code control}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.why;

import org.jspecify.annotations.NullMarked;
