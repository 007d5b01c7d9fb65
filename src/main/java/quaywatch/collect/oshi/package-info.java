/**
 * The portable sources. The only package that knows OSHI.
 * <p>May use: {@code collect}, {@code model}.
 */
@NullMarked
package quaywatch.collect.oshi;

import org.jspecify.annotations.NullMarked;
