package quaywatch.collect.linux;

import java.net.InetAddress;
import java.net.ServerSocket;

/** A program for tests to start: it listens on a port of 127.0.0.1, prints which, and ends with its input. */
final class OneListener {

    private OneListener() {}

    public static void main(String[] args) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            System.out.println(server.getLocalPort());
            System.in.readAllBytes();
        }
    }
}
