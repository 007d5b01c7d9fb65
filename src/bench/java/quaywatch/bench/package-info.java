/**
 * Measurements: started by the scripts in {@code src/bench}, with the flags the program ships with, beside a yardstick in the same run.
 * <p>May use everything.
 */
@NullMarked
package quaywatch.bench;

import org.jspecify.annotations.NullMarked;
