/** Tests of the words of the program, and what reads them out of its source. */
@NullMarked
package quaywatch.text;

import org.jspecify.annotations.NullMarked;
