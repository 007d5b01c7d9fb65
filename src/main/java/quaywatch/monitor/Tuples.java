package quaywatch.monitor;

import quaywatch.model.Socket;
import quaywatch.model.SocketKey.ByTuple;

/** Both ends of a connection as a key that outlives inode and cookie. */
final class Tuples {

    private Tuples() {}

    static ByTuple of(Socket socket) {
        return new ByTuple(socket.namespace(), socket.protocol(), socket.local(), socket.remote());
    }
}
