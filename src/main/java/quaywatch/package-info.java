/**
 * The entry point: it hands the arguments to {@code app} and does nothing else.
 * <p>May use: {@code app}.
 */
@NullMarked
package quaywatch;

import org.jspecify.annotations.NullMarked;
