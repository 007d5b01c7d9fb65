/**
 * The Linux levers: signals through pidfds.
 * <p>May use: {@code kernel}, {@code control}, {@code model}.
 */
@NullMarked
package quaywatch.control.linux;

import org.jspecify.annotations.NullMarked;
