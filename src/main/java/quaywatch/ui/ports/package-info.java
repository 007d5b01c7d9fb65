/**
 * The Ports screen: the strip of port ranges above the table of held ports.
 * <p>May use: the shared parts of {@code ui}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.ports;

import org.jspecify.annotations.NullMarked;
