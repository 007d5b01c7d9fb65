/**
 * The Processes screen: one row for each process or service that holds sockets.
 * <p>May use: the shared parts of {@code ui}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.processes;

import org.jspecify.annotations.NullMarked;
