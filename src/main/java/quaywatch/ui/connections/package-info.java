/**
 * The Connections screen: the table of sockets with a peer, chips of port ranges in its bar.
 * <p>May use: the shared parts of {@code ui}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.connections;

import org.jspecify.annotations.NullMarked;
