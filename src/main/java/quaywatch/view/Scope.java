package quaywatch.view;

import quaywatch.model.Socket;

/** Which sockets a screen is about. */
public enum Scope {
    /** What holds a port: TCP LISTEN and BOUND, UDP without a peer. */
    LISTENING,
    /** What has a peer. */
    CONNECTED,
    /** Every socket, those with neither port nor peer as well. */
    ALL;

    /** Whether a socket belongs to this scope. */
    public boolean holds(Socket socket) {
        return switch (this) {
            case LISTENING -> socket.holdsPort();
            case CONNECTED -> socket.hasPeer();
            case ALL -> true;
        };
    }
}
