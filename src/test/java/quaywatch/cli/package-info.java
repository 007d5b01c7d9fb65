/** Tests of the command line: commands run inside the test, over a made-up program. */
@NullMarked
package quaywatch.cli;

import org.jspecify.annotations.NullMarked;
