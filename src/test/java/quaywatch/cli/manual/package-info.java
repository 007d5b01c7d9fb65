/** Tests of the manual page and of the completions, with the real shells where they are installed. */
@NullMarked
package quaywatch.cli.manual;

import org.jspecify.annotations.NullMarked;
