package quaywatch.kernel;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Protocol;
import quaywatch.model.SocketState;

/** The state numbers of the socket tables ({@code include/net/tcp_states.h}), which UDP and raw sockets borrow from TCP. */
public final class TableStates {

    private static final int ESTABLISHED = 1;
    /** TCP_CLOSE. */
    public static final int CLOSE = 7;

    private TableStates() {}

    /** The state that a number stands for; null if none. */
    public static @Nullable SocketState of(Protocol protocol, long number, boolean peer) {
        return switch (protocol) {
            case TCP -> tcp((int) number);
            case UDP, RAW -> number == ESTABLISHED || number == CLOSE && peer
                    ? SocketState.CONNECTED
                    : number == CLOSE ? SocketState.BOUND : null;
        };
    }

    private static @Nullable SocketState tcp(int number) {
        return switch (number) {
            case 1 -> SocketState.ESTABLISHED;
            case 2 -> SocketState.SYN_SENT;
            case 3, 12 -> SocketState.SYN_RECV;
            case 4 -> SocketState.FIN_WAIT1;
            case 5 -> SocketState.FIN_WAIT2;
            case 6 -> SocketState.TIME_WAIT;
            case 7 -> SocketState.CLOSE;
            case 8 -> SocketState.CLOSE_WAIT;
            case 9 -> SocketState.LAST_ACK;
            case 10 -> SocketState.LISTEN;
            case 11 -> SocketState.CLOSING;
            case 13 -> SocketState.BOUND;
            default -> null;
        };
    }
}
