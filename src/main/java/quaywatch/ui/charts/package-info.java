/**
 * The live charts below the tables: sockets by state, interface throughput.
 * <p>May use: the shared parts of {@code ui}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.charts;

import org.jspecify.annotations.NullMarked;
