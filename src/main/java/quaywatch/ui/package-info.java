/**
 * The window: one package for each screen or part, put together here.
 * <p>May use: its sub-packages, {@code monitor}, {@code control}, {@code settings}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.ui;

import org.jspecify.annotations.NullMarked;
