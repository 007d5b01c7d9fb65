/**
 * The inspector: what the selected row is, what can be done, what goes with it.
 * <p>May use: the shared parts of {@code ui}, {@code control}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.inspector;

import org.jspecify.annotations.NullMarked;
