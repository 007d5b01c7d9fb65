package quaywatch.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A server that was the first to close, and so has left its port in TIME_WAIT. */
public final class ClosedServer {

    private ClosedServer() {}

    /** Its port, on 127.0.0.1; nobody holds it any more. */
    public static int port() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            server.accept().close();
            assertEquals(-1, client.getInputStream().read());
            return server.getLocalPort();
        }
    }
}
