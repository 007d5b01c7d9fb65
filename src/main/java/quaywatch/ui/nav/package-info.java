/**
 * What a part may ask of the window: show a screen, filter, free a port.
 * <p>May use: {@code settings}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.nav;

import org.jspecify.annotations.NullMarked;
