/**
 * Small controls that know nothing of sockets: chips, keys, swatches, empty states.
 * <p>May use: {@code ui.theme}, {@code text}.
 */
@NullMarked
package quaywatch.ui.kit;

import org.jspecify.annotations.NullMarked;
