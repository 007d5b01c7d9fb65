package quaywatch.control;

import java.util.List;

import quaywatch.control.PortAnswer.TestBind;
import quaywatch.control.Reason.Reach;
import quaywatch.model.Address;
import quaywatch.model.Family;
import quaywatch.model.Row;
import quaywatch.model.Socket;

/** Which addresses a socket takes its port at: its own, all of a kind, or those of both kinds. Pure. */
final class Coverage {

    private final List<TestBind> binds;

    /** @param binds  tell whether a wildcard of IPv6 takes IPv4 too where the sockets do not */
    Coverage(List<TestBind> binds) {
        this.binds = binds;
    }

    /** How far the sockets of one owner reach together. */
    Reach reach(List<Row> rows) {
        List<Socket> wild = rows.stream().map(Row::socket).filter(socket -> socket.local().address().isAny()).toList();
        if (wild.stream().anyMatch(this::dual)) {
            return Reach.BOTH_FAMILIES;
        }
        boolean four = wild.stream().anyMatch(socket -> socket.local().address().family() == Family.IPV4);
        boolean six = wild.stream().anyMatch(socket -> socket.local().address().family() == Family.IPV6);
        return four && six ? Reach.BOTH_FAMILIES : four ? Reach.EVERY_IPV4 : six ? Reach.EVERY_IPV6 : Reach.ADDRESSES;
    }

    /** Whether a wildcard of IPv6 takes IPv4 too; where the source does not tell, the binds do. */
    private boolean dual(Socket socket) {
        if (socket.local().address().family() != Family.IPV6) {
            return false;
        }
        return socket.v6Only() == null
                ? binds.stream().noneMatch(
                        bind -> bind.address().family() == Family.IPV4 && bind.verdict() == PortProbe.Verdict.FREE)
                : !socket.v6Only();
    }

    /** Whether a bind of this address would meet the socket. */
    boolean touches(Address bound, Socket socket) {
        return bound.meets(socket.local().address().unmapped(), bound.equals(Address.ANY_V6) || dual(socket));
    }

    /** Whether the listener takes what comes in to the own end of the connection. */
    boolean overlap(Socket listener, Socket connection) {
        return touches(connection.local().address().unmapped(), listener);
    }
}
