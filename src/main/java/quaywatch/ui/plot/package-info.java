/**
 * Plots over time, drawn on a canvas: what every screen may use to show history. They draw only while they can be seen.
 * <p>May use: {@code ui.kit}, {@code ui.theme}, {@code view}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.plot;

import org.jspecify.annotations.NullMarked;
