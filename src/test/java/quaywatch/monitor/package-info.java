/** Tests of the sampling loop, with made-up sources and a clock that stands still. */
@NullMarked
package quaywatch.monitor;

import org.jspecify.annotations.NullMarked;
