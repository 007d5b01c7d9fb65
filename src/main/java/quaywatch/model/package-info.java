/**
 * The values everything else speaks in: sockets, endpoints, owners, evidence, snapshots. No behaviour beyond what follows from the value itself.
 * <p>May use: {@code java.*} only.
 */
@NullMarked
package quaywatch.model;

import org.jspecify.annotations.NullMarked;
