package quaywatch.kernel;

/**
 * Counters and measurements of one TCP connection, read out of {@code struct tcp_info} (include/uapi/linux/tcp.h) in a message of the kernel.
 * Older kernels send a shorter one; what it lacks reads as 0. The same object stands for the next connection.
 */
public final class TcpCounters {

    /** The table tells none. */
    public static final TcpCounters NONE = new TcpCounters();

    // Offsets in struct tcp_info.
    private static final int LAST_SENT = 44;
    private static final int LAST_RECEIVED = 52;
    private static final int RTT = 68;
    private static final int WINDOW = 80;
    private static final int ALL_RETRANSMITS = 100;
    private static final int BYTES_ACKED = 120;
    private static final int BYTES_RECEIVED = 128;
    private static final int LEAST_RTT = 148;
    private static final int DELIVERY_RATE = 160;
    private static final int BYTES_SENT = 200;
    private static final int BYTES_RETRANSMITTED = 208;

    private int[] words = {};
    private int from;
    private int to;

    /** Whether there are any. */
    public boolean present() {
        return to > from;
    }

    /** Stands from now on for what is between these places, counted in bytes. */
    public void at(int[] message, int start, int end) {
        words = message;
        from = start;
        to = end;
    }

    /** Stands for nothing. */
    public void clear() {
        to = from;
    }

    /** Payload bytes sent, each once; kernels before 4.19 tell only what was acknowledged, and count the SYN in. */
    public long sent() {
        return to - from >= BYTES_RETRANSMITTED + Long.BYTES
                ? number64(BYTES_SENT) - number64(BYTES_RETRANSMITTED)
                : Math.max(0, number64(BYTES_ACKED) - 1);
    }

    /** Bytes received in order; a FIN counts as one. */
    public long received() {
        return number64(BYTES_RECEIVED);
    }

    /** Segments sent again. */
    public long retransmits() {
        return number32(ALL_RETRANSMITS);
    }

    /** Smoothed round-trip time in microseconds. */
    public long rttMicros() {
        return number32(RTT);
    }

    /** Shortest round-trip time of late, in microseconds; 0 where there was none. */
    public long leastRttMicros() {
        long micros = number32(LEAST_RTT);
        return micros == 0xffff_ffffL ? 0 : micros;
    }

    /** Milliseconds since payload was sent. */
    public long sinceSentMillis() {
        return number32(LAST_SENT);
    }

    /** Milliseconds since payload was received. */
    public long sinceReceivedMillis() {
        return number32(LAST_RECEIVED);
    }

    /** Congestion window in segments. */
    public long window() {
        return number32(WINDOW);
    }

    /** Bytes a second. */
    public long deliveryRate() {
        return number64(DELIVERY_RATE);
    }

    private long number32(int offset) {
        return from + offset + Integer.BYTES <= to ? NativeWords.unsigned32(words, from + offset) : 0;
    }

    private long number64(int offset) {
        return from + offset + Long.BYTES <= to ? NativeWords.number64(words, from + offset) : 0;
    }
}
