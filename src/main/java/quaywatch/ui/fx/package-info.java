/**
 * The border between the toolkit's thread and all others, and the list that rows are swapped into. The only place that posts to the FX thread.
 * <p>May use: {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.fx;

import org.jspecify.annotations.NullMarked;
