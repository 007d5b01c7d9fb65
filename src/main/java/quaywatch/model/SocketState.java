package quaywatch.model;

/**
 * The state of a socket, named as the kernel names it ({@code include/net/tcp_states.h}).
 * <p>{@link #BOUND} and {@link #CONNECTED} are ours: the kernel calls both CLOSE or ESTABLISHED and leaves the reader to guess.
 */
public enum SocketState {
    ESTABLISHED, SYN_SENT, SYN_RECV, FIN_WAIT1, FIN_WAIT2, TIME_WAIT, CLOSE, CLOSE_WAIT, LAST_ACK, LISTEN, CLOSING,
    /** Bound to a port; neither listening nor connected. The usual state of a UDP server. */
    BOUND,
    /** A UDP or raw socket with a peer. */
    CONNECTED
}
