/**
 * Writes the manual page and the completions of shells from the commands and options there are. Runs while the program is built, never in it.
 * <p>May use: {@code cli} and what that may use.
 */
@NullMarked
package quaywatch.cli.manual;

import org.jspecify.annotations.NullMarked;
