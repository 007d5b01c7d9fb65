package quaywatch.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a number of loopback TCP sockets open until standard input ends: a tenth of them listeners, the rest the two ends of connections.
 * Prints {@code ready} when all are there.
 */
final class Sockets {

    private Sockets() {}

    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        List<Channel> open = new ArrayList<>();
        List<ServerSocketChannel> listeners = new ArrayList<>();
        for (int i = 0; i < count / 10; i++) {
            listeners.add(ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
        }
        open.addAll(listeners);
        for (int i = 0; open.size() + 1 < count; i++) {
            ServerSocketChannel listener = listeners.get(i % listeners.size());
            open.add(leavingNoTrace(SocketChannel.open(listener.getLocalAddress())));
            open.add(leavingNoTrace(listener.accept()));
        }
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // whoever started this closes the stream when it has measured
        }
    }

    /** Closing resets the connection: no TIME_WAIT is left over for the next measurement. */
    private static SocketChannel leavingNoTrace(SocketChannel channel) throws IOException {
        return channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }
}
