package quaywatch.demo;

import java.util.Locale;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Family;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.User;

/** Reads the short form in which the script writes sockets. The script is ours, so a mistake in it is a fault of the program. */
final class Notation {

    private static final int STUCK = 3_001;
    private static final int BACKLOG = 511;

    private Notation() {}

    static Socket socket(String text, long inode, User user) {
        int blank = text.indexOf(' ');
        int arrow = text.indexOf('>');
        Protocol protocol = Protocol.valueOf(text.substring(0, blank).toUpperCase(Locale.ROOT));
        Endpoint local = end(text.substring(blank + 1, arrow < 0 ? text.length() : arrow));
        Family family = local.address().family();
        Endpoint none = new Endpoint(family == Family.IPV4 ? Address.ANY_V4 : Address.ANY_V6, 0);
        Endpoint remote = arrow < 0 ? none : end(text.substring(arrow + 1));
        SocketState state = state(protocol, arrow >= 0);
        return new Socket(protocol, family, local, remote, state, inode, inode, user, 0, queues(state, local.port()), null);
    }

    /** One listener no longer accepts anybody. */
    private static Queues queues(SocketState state, int port) {
        return state == SocketState.LISTEN ? new Queues(port == STUCK ? BACKLOG : 0, BACKLOG) : Queues.EMPTY;
    }

    private static SocketState state(Protocol protocol, boolean connected) {
        if (protocol == Protocol.TCP) {
            return connected ? SocketState.ESTABLISHED : SocketState.LISTEN;
        }
        return connected ? SocketState.CONNECTED : SocketState.BOUND;
    }

    private static Endpoint end(String text) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon).replace("[", "").replace("]", "");
        return new Endpoint(Address.parse(host).orElseThrow(), Integer.parseInt(text.substring(colon + 1)));
    }
}
