package quaywatch.collect.linux;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A program for tests to start in a network of its own: it has sockets of each kind made, prints what they are, and then what each source and
 * {@code ss} see of them, all as {@link Seen}.
 */
final class FourLooks implements AutoCloseable {

    static final String TRUTH = "truth";
    static final String NO_SS = "there is no ss here";

    private static final String NEAR = "2001:db8:1:2:3:4:5:6";
    private static final String FAR = "2001:db8:a:b:c:d:e:f";

    private final Actor server;
    private final Actor client;
    private final List<Seen> truth = new ArrayList<>();

    private FourLooks(Actor server, Actor client) {
        this.server = server;
        this.client = client;
    }

    public static void main(String[] args) throws Exception {
        try (FourLooks sockets = new FourLooks(Actor.start(), Actor.start())) {
            sockets.make();
            sockets.truth.forEach(System.out::println);
            for (String source : List.of("netlink", "proc", "oshi")) {
                Tell.look(source).forEach(System.out::println);
            }
            System.out.println(ss());
        }
    }

    private static String ss() throws InterruptedException {
        try {
            return String.join("\n", SsLook.look().stream().map(Seen::toString).toList());
        } catch (IOException e) {
            return NO_SS;
        }
    }

    private static void address(String address) throws IOException, InterruptedException {
        Process ip = new ProcessBuilder("ip", "-6", "address", "add", address + "/128", "dev", "lo", "nodad").inheritIO().start();
        if (ip.waitFor() != 0) {
            throw new IOException("no address " + address);
        }
    }

    private void make() throws IOException, InterruptedException {
        address(NEAR);
        address(FAR);
        int plain = server.listen("plain");
        int sixth = server("sixth = listener(('::1', 0))");
        int wide = server("wide = listener(('::', 0))");
        there(server, "TCP 127.0.0.1:" + plain + " 0.0.0.0:0 LISTEN");
        there(server, "TCP [::1]:" + sixth + " [::]:0 LISTEN");
        there(server, "TCP [::]:" + wide + " [::]:0 LISTEN");
        there(server, "TCP 127.0.0.1:" + server("bound4 = bound()") + " 0.0.0.0:0 BOUND");
        there(server, "TCP [::1]:" + server("bound6 = bound(('::1', 0))") + " [::]:0 BOUND");
        int datagram = server("datagram = bound(kind=socket.SOCK_DGRAM)");
        there(server, "UDP 127.0.0.1:" + datagram + " 0.0.0.0:0 BOUND");
        there(server, "UDP [::1]:" + server("datagram6 = bound(('::1', 0), socket.SOCK_DGRAM)") + " [::]:0 BOUND");
        client.run("sending = connected(" + datagram + ", kind=socket.SOCK_DGRAM)");
        there(client, "UDP 127.0.0.1:" + client.number("port(sending)") + " 127.0.0.1:" + datagram + " CONNECTED");
        // Addresses of which no two parts are the same.
        int far = server("far = listener(('" + FAR + "', 0))");
        there(server, "TCP [" + FAR + "]:" + far + " [::]:0 LISTEN");
        connect("plain", plain, "127.1.2.3", "127.0.0.1", "ESTABLISHED", "ESTABLISHED");
        connect("sixth", sixth, "::1", "::1", "ESTABLISHED", "ESTABLISHED");
        connect("wide", wide, "127.1.2.3", "127.0.0.1", "ESTABLISHED", "ESTABLISHED");
        connect("far", far, NEAR, FAR, "ESTABLISHED", "ESTABLISHED");
        connect("plain", plain, "127.0.0.1", "127.0.0.1", "FIN_WAIT2", "CLOSE_WAIT");
        client.run("way_FIN_WAIT2_plain.shutdown(socket.SHUT_WR)");
        connect("wide", wide, "127.0.0.1", "127.0.0.1", "TIME_WAIT", "");
        client.run("way_TIME_WAIT_wide.close()");
        server.run("taken_TIME_WAIT_wide.close()");
    }

    private int server(String line) throws IOException {
        server.run(line);
        return server.number("port(" + line.substring(0, line.indexOf(' ')) + ")");
    }

    /** Connects to a listener. A client that will be in TIME_WAIT has neither holder nor user any more, and no other end. */
    private void connect(String listener, int port, String near, String far, String clientState, String serverState) throws IOException {
        String name = "_" + clientState + "_" + listener;
        client.run("way" + name + " = connected(" + port + ", '" + far + "', source='" + near + "')");
        server.run("taken" + name + " = " + listener + ".accept()[0]");
        String here = end(near, client.number("port(way" + name + ")"));
        String there = end(far, port);
        if (serverState.isEmpty()) {
            truth.add(new Seen(TRUTH, "TCP " + here + " " + there + " " + clientState, "-", "nobody", "-"));
        } else {
            there(client, "TCP " + here + " " + there + " " + clientState);
            there(server, "TCP " + there + " " + here + " " + serverState);
        }
    }

    private static String end(String address, int port) {
        return (address.indexOf(':') >= 0 ? "[" + address + "]:" : address + ":") + port;
    }

    private void there(Actor holder, String socket) {
        truth.add(new Seen(TRUTH, socket, "0", "pids " + holder.pid(), "-"));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
