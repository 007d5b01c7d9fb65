/**
 * The rail at the left: one item for each screen.
 * <p>May use: the shared parts of {@code ui}, {@code text}.
 */
@NullMarked
package quaywatch.ui.rail;

import org.jspecify.annotations.NullMarked;
