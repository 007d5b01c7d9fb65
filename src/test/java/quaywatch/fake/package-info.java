/** Stand-ins that tests of several packages share. */
@NullMarked
package quaywatch.fake;

import org.jspecify.annotations.NullMarked;
