/**
 * The card that copies or exports what a table shows.
 * <p>May use: {@code settings}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.export;

import org.jspecify.annotations.NullMarked;
