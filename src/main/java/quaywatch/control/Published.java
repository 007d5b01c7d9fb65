package quaywatch.control;

import quaywatch.model.Address;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;

/**
 * A port of this machine that a container publishes.
 *
 * @param address  where; any address of a family, or one
 * @param port     1 to 65535
 */
public record Published(Protocol protocol, Address address, int port) {

    /** Whether this is the socket that holds it. */
    public boolean isHeldBy(Socket socket) {
        return socket.holdsPort() && socket.namespace() == 0 && socket.protocol() == protocol && socket.local().port() == port
                && socket.local().address().unmapped().equals(address);
    }
}
