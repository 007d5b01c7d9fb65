/**
 * The sampling loop, what is remembered between ticks, rates, totals, and history. Turns samples into immutable snapshots.
 * <p>May use: {@code collect}, {@code model}.
 */
@NullMarked
package quaywatch.monitor;

import org.jspecify.annotations.NullMarked;
