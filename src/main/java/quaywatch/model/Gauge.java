package quaywatch.model;

/**
 * What the history tells of every stretch of time. Each is added up over time, so that its mean is that sum by the seconds it took: of levels
 * how many there were, of the others how many a second.
 */
public enum Gauge {
    /** Sockets in ESTABLISHED, and UDP with a peer. */
    ESTABLISHED,
    /** Held ports. */
    LISTENING,
    /** Sockets in TIME_WAIT. */
    WAITING,
    /** All other sockets. */
    OTHER,
    /** Sockets that were opened, those of which only the end was told among them. */
    OPENED,
    /** Sockets that were closed. What goes into TIME_WAIT is closed then, and not once more when that is over. */
    CLOSED,
    /** Segments sent again. */
    RESENT,
    /** Bytes received over all interfaces but loopback, with the headers; NaN where not known. */
    INTERFACE_IN,
    /** Likewise, sent. */
    INTERFACE_OUT,
    /** TCP payload received from other machines. */
    NETWORK_IN,
    /** Likewise, sent. */
    NETWORK_OUT,
    /** TCP payload between ends on this machine, received by the end with the lower port. */
    INSIDE_IN,
    /** Likewise, sent. */
    INSIDE_OUT,
    /** TCP payload that somebody received: what goes between two processes of this machine counts at either end. */
    PAYLOAD_IN,
    /** Likewise, sent. */
    PAYLOAD_OUT;

    /** How many there are. */
    public static final int COUNT = values().length;
}
