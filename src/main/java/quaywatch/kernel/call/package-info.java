/**
 * The way into the kernel: system calls by number, with their errors as numbers; and into the C library. Linux on 64 bits only.
 * <p>May use: {@code java.*} only.
 */
@NullMarked
package quaywatch.kernel.call;

import org.jspecify.annotations.NullMarked;
