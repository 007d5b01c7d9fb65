package quaywatch.control.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

import quaywatch.control.Child;
import quaywatch.kernel.netlink.KnownSocket;
import quaywatch.kernel.netlink.SocketFinder;
import quaywatch.kernel.netlink.SocketFinder.Finding;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Protocol;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/**
 * A connection of a child to this test.
 *
 * @param child     the near end
 * @param listener  takes it here
 * @param far       the far end, here
 */
record Connection(Child child, ServerSocket listener, java.net.Socket far) implements AutoCloseable {

    /** How long the child may take. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    static Connection open(String address) throws IOException {
        ServerSocket listener = new ServerSocket(0, 5, InetAddress.ofLiteral(address));
        listener.setSoTimeout((int) LIMIT.toMillis());
        Child child = Child.start("connected.py", address, Integer.toString(listener.getLocalPort()));
        assertEquals("connected", child.line());
        java.net.Socket far = listener.accept();
        far.setSoTimeout((int) LIMIT.toMillis());
        return new Connection(child, listener, far);
    }

    /** The child's end, as a look shows it. */
    Socket near() {
        return socket(find(end(far.getInetAddress(), far.getPort()), end(far.getLocalAddress(), far.getLocalPort())));
    }

    /** The far end, which Java makes of IPv6 even for addresses of IPv4. */
    Socket far4() {
        return socket(find(mapped(far.getLocalAddress(), far.getLocalPort()), mapped(far.getInetAddress(), far.getPort())));
    }

    /** The listener, which never is what is closed. */
    Socket listening() {
        return socket(find(mapped(listener.getInetAddress(), listener.getLocalPort()), new Endpoint(Address.ANY_V6, 0)));
    }

    private static Endpoint end(InetAddress address, int port) {
        return new Endpoint(Address.of(address.getAddress()), port);
    }

    private static Endpoint mapped(InetAddress address, int port) {
        return new Endpoint(Address.v6(0, 0xffff_0000_0000L | Address.of(address.getAddress()).low()), port);
    }

    private static KnownSocket find(Endpoint local, Endpoint remote) {
        Finding found = SocketFinder.byCookieOrEnds(Protocol.TCP, 0, local, remote);
        return assertInstanceOf(Finding.Found.class, found).sockets().getFirst();
    }

    static Socket socket(KnownSocket known) {
        return new Socket(Protocol.TCP, known.local().address().family(), known.local(), known.remote(), known.state(), known.inode(),
                known.cookie(), null, 0, Queues.EMPTY, null);
    }

    /** The same with other words for what it is. */
    static Socket with(Socket socket, Endpoint local, Endpoint remote, SocketState state, long cookie) {
        return new Socket(Protocol.TCP, socket.family(), local, remote, state, socket.inode(), cookie, null, 0, Queues.EMPTY, null);
    }

    /** The child reads until the end, and says that it came in order: it was not cut before. */
    void assertLives() throws IOException {
        far.shutdownOutput();
        assertEquals("closed", child.line());
    }

    @Override
    public void close() throws IOException {
        try (child; listener; far) {
            far.setSoLinger(true, 0);
        }
    }
}
