/**
 * Everything that is made with {@code new} is made here: the wiring, the machine, threads, the crash report.
 * <p>May use: everything.
 */
@NullMarked
package quaywatch.app;

import org.jspecify.annotations.NullMarked;
