package quaywatch.view;

import quaywatch.model.Exposure;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/** What a port of this machine is used for, the strongest first: of several uses a port has, the first says what it is. */
public enum PortUse {
    /** Held, and open to every interface. */
    EVERY_INTERFACE,
    /** Held at some address. */
    ONE_ADDRESS,
    /** Held at loopback. */
    THIS_MACHINE,
    /** Held in another network namespace. */
    NAMESPACE,
    /** Held by TCP without listening. */
    BOUND,
    /** The own end of a connection. */
    CONNECTED,
    /** The own end of a connection in TIME_WAIT. */
    TIME_WAIT,
    /** Used within the last five minutes, and not now. */
    RECENT;

    /** What a socket uses its own port for; a closed one is {@link #RECENT}, whatever it was. */
    static PortUse of(Socket socket) {
        if (socket.holdsPort()) {
            return socket.state() == SocketState.BOUND && socket.protocol() == Protocol.TCP
                    ? BOUND
                    : of(socket.exposure());
        }
        return socket.state() == SocketState.TIME_WAIT ? TIME_WAIT : CONNECTED;
    }

    private static PortUse of(Exposure exposure) {
        return switch (exposure) {
            case EVERY_INTERFACE -> EVERY_INTERFACE;
            case ONE_ADDRESS -> ONE_ADDRESS;
            case THIS_MACHINE -> THIS_MACHINE;
            case NAMESPACE -> NAMESPACE;
        };
    }

    /** Whether the port can be connected to: it is held, and not only kept. */
    public boolean listening() {
        return compareTo(BOUND) < 0;
    }

    int bit() {
        return 1 << ordinal();
    }
}
