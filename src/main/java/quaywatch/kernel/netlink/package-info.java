/**
 * Netlink: conversations with the kernel in messages (netlink(7)), and what it tells of sockets (sock_diag(7)) and of processes (the process
 * connector) that way. Mechanism, no policy.
 * <p>May use: {@code kernel}, {@code kernel.call}, {@code model}.
 */
@NullMarked
package quaywatch.kernel.netlink;

import org.jspecify.annotations.NullMarked;
