/**
 * The header: query, port, scope, protocols, pause, interval, theme, menu.
 * <p>May use: the shared parts of {@code ui}, {@code settings}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.header;

import org.jspecify.annotations.NullMarked;
