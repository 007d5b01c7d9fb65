/**
 * The status bar: counts, hidden owners, source and cost.
 * <p>May use: the shared parts of {@code ui}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.status;

import org.jspecify.annotations.NullMarked;
