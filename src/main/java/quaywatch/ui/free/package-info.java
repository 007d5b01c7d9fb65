/**
 * The dialog that frees a port: plan, progress, proof.
 * <p>May use: the shared parts of {@code ui}, {@code control}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui.free;

import org.jspecify.annotations.NullMarked;
