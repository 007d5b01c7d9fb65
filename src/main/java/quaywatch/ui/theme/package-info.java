/**
 * Colours, fonts and icons: which style sheets a scene wears, and which icon stands for which meaning.
 * <p>May use: {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.theme;

import org.jspecify.annotations.NullMarked;
