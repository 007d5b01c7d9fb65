/**
 * The command line: list, watch and doctor.
 * <p>May use: {@code monitor}, {@code control}, {@code view}, {@code query}, {@code model}, {@code text}.
 */
@NullMarked
package quaywatch.cli;

import org.jspecify.annotations.NullMarked;
