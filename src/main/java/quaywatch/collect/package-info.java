/**
 * What can be asked of a machine: sockets, what ends between two looks, processes, interface counters, host facts. Interfaces, and the fallback between them.
 * <p>May use: {@code model}.
 */
@NullMarked
package quaywatch.collect;

import org.jspecify.annotations.NullMarked;
