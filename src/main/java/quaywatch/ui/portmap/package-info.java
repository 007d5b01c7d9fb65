/**
 * The Port map screen: all ports as one picture, what it means, and a closer look.
 * <p>May use: the shared parts of {@code ui}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.portmap;

import org.jspecify.annotations.NullMarked;
