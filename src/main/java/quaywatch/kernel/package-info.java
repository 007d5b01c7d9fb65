/**
 * Mechanism of Linux only: system calls, pidfd, the readers and parsers of the proc file system. No policy.
 * <p>May use: {@code model}.
 */
@NullMarked
package quaywatch.kernel;

import org.jspecify.annotations.NullMarked;
