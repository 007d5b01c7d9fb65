/**
 * The History screen: what Quaywatch stopped, and how that was started.
 * <p>May use: the shared parts of {@code ui}, {@code control}, {@code view}, {@code text}.
 */
@NullMarked
package quaywatch.ui.history;

import org.jspecify.annotations.NullMarked;
