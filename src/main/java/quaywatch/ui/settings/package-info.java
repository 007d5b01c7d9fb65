/**
 * The Settings screen.
 * <p>May use: the shared parts of {@code ui}, {@code settings}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.settings;

import org.jspecify.annotations.NullMarked;
