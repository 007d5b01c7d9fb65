/**
 * The command line: list, who, why, free, kill, watch, history and doctor.
 * <p>May use: {@code monitor}, {@code control}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.cli;

import org.jspecify.annotations.NullMarked;
