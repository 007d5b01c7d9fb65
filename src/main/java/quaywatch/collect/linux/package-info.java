/**
 * The Linux sources, built on {@code kernel}; which process owns which socket is decided here.
 * <p>May use: {@code kernel}, {@code collect}, {@code model}.
 */
@NullMarked
package quaywatch.collect.linux;

import org.jspecify.annotations.NullMarked;
