package quaywatch.query;

import java.time.Instant;

import quaywatch.model.Row;
import quaywatch.model.Socket;

/** {@code raddr:10.0.0.0/8}: the address of one end belongs to a set. */
public record AddrTerm(Side side, Hosts hosts) implements Query.Term {

    @Override
    public boolean matches(Row row, Instant now) {
        Socket socket = row.socket();
        return side.looksAtLocal() && hosts.hold(socket.local()) || side.looksAtRemote(socket) && hosts.hold(socket.remote());
    }

    @Override
    public String toString() {
        boolean whole = hosts instanceof Hosts.Written(_, boolean all) && all;
        return side.field("addr") + (whole ? ":=" : ":") + hosts;
    }
}
