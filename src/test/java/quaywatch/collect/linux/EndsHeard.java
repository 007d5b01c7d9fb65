package quaywatch.collect.linux;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;

import quaywatch.collect.SocketEvents.Drained;
import quaywatch.collect.SocketEvents.End;
import quaywatch.model.TcpInfo;

/** Run in a process of its own: makes short connections that send ten bytes each, and prints what it hears of those ends that sent. */
final class EndsHeard {

    private static final int COUNT = 1_000;

    private EndsHeard() {}

    public static void main(String[] args) throws Exception {
        try (DestroyEvents events = new DestroyEvents(Clock.systemUTC(), task -> Thread.ofPlatform().daemon().start(task));
                ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            events.start();
            boolean lost = false;
            long heard = 0;
            long sent = 0;
            for (int made = 0; events.tells() && !lost && heard < COUNT;) {
                if (made < COUNT) {
                    made++;
                    converse(server);
                }
                Drained drained = events.drain();
                lost = drained.lost();
                for (End end : drained.ends()) {
                    TcpInfo tcp = end.tcp();
                    if (tcp != null && end.remote().port() == server.getLocalPort()) {
                        heard++;
                        sent += tcp.sent();
                    }
                }
            }
            System.out.println("tells " + events.tells() + ", lost " + lost + ", heard " + heard + ", sent " + sent);
        }
    }

    private static void converse(ServerSocket server) throws Exception {
        try (Socket client = new Socket("127.0.0.1", server.getLocalPort())) {
            client.getOutputStream().write(new byte[10]);
        }
        try (Socket accepted = server.accept()) {
            accepted.getInputStream().readAllBytes();
        }
    }
}
