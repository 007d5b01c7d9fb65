package quaywatch.query;

import java.time.Instant;

import quaywatch.model.Endpoint;
import quaywatch.model.Row;
import quaywatch.model.Socket;

/**
 * {@code 10.0.0.1:22}, {@code [::1]:8080}, {@code localhost:3000}: address and port of the same end.
 * A port held on every interface answers at localhost too, so it fits the last one.
 *
 * @param host  one address, or localhost
 * @param port  0 to 65535
 */
public record AtTerm(Hosts host, int port) implements Query.Term {

    @Override
    public boolean matches(Row row, Instant now) {
        Socket socket = row.socket();
        return fits(socket.local()) || socket.hasPeer() && fits(socket.remote()) || answersLocally(socket);
    }

    private boolean fits(Endpoint end) {
        return end.port() == port && host.hold(end);
    }

    private boolean answersLocally(Socket socket) {
        return host instanceof Hosts.Loopback && socket.local().port() == port && socket.holdsPort() && socket.namespace() == 0
                && socket.local().address().unmapped().isAny();
    }

    @Override
    public String toString() {
        String text = host.toString();
        return (text.indexOf(':') >= 0 ? "[" + text + "]" : text) + ":" + port;
    }
}
