package quaywatch.model;

import org.jspecify.annotations.Nullable;

/**
 * What the kernel has counted and measured of one TCP connection ({@code struct tcp_info}, include/uapi/linux/tcp.h). Counters run from the
 * connection's beginning; times are points in time, so that the same object serves while nothing happens.
 *
 * @param sent              payload bytes handed to the peer, each once however often it was sent again
 * @param received          payload bytes received in order
 * @param retransmits       segments sent again
 * @param rttMicros         smoothed round-trip time in microseconds; 0 before the first measurement
 * @param leastRttMicros    the shortest round-trip time of late, in microseconds; 0 where not known
 * @param lastSentMillis    when payload was last sent, in milliseconds since 1970
 * @param lastReceivedMillis  when payload was last received, likewise
 * @param window            congestion window in segments; 0 where not known
 * @param deliveryRate      bytes a second that the path last took, as measured by the kernel; 0 where not known
 */
public record TcpInfo(long sent, long received, long retransmits, long rttMicros, long leastRttMicros, long lastSentMillis,
        long lastReceivedMillis, long window, long deliveryRate) {

    /** When payload last went either way, in milliseconds since 1970. */
    public long lastActiveMillis() {
        return Math.max(lastSentMillis, lastReceivedMillis);
    }

    /** The same with another number of bytes received. */
    public TcpInfo withReceived(long bytes) {
        return new TcpInfo(sent, bytes, retransmits, rttMicros, leastRttMicros, lastSentMillis, lastReceivedMillis, window, deliveryRate);
    }

    /** By hand, as in {@link SocketKey}: compared at every look. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof TcpInfo it && sent == it.sent && received == it.received && retransmits == it.retransmits
                && rttMicros == it.rttMicros && leastRttMicros == it.leastRttMicros && lastSentMillis == it.lastSentMillis
                && lastReceivedMillis == it.lastReceivedMillis && window == it.window && deliveryRate == it.deliveryRate;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sent * 31 + received);
    }
}
