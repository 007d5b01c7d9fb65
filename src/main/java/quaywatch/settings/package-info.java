/**
 * What the user chose, and the file that keeps it.
 * <p>May use: {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.settings;

import org.jspecify.annotations.NullMarked;
