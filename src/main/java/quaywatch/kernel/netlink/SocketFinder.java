package quaywatch.kernel.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import quaywatch.kernel.Access;
import quaywatch.kernel.SocketRow;
import quaywatch.model.Endpoint;
import quaywatch.model.Protocol;

/**
 * Looks a socket of the own network namespace up anew. Asks for all sockets of its protocol, as an exact question would have to name the
 * interface that the socket is bound to. Blocks for milliseconds; safe to use from several threads.
 */
public final class SocketFinder {

    private SocketFinder() {}

    /** What came of a look. */
    public sealed interface Finding {

        /** The sockets in question, none or more. */
        record Found(List<KnownSocket> sockets) implements Finding {

            public Found {
                sockets = List.copyOf(sockets);
            }
        }

        /** The kernel did not answer, in its own words. */
        record Failed(String cause) implements Finding {}
    }

    /** The socket with this cookie. */
    public static Finding byCookie(Protocol protocol, long cookie) {
        return find(protocol, row -> row.cookie() == cookie);
    }

    /** The socket with this cookie, and whichever lies between these ends: the same one, or a later one in its place. */
    public static Finding byCookieOrEnds(Protocol protocol, long cookie, Endpoint local, Endpoint remote) {
        return find(protocol, row -> row.cookie() == cookie || row.hasEnds(local, remote));
    }

    private static Finding find(Protocol protocol, Predicate<SocketRow> wanted) {
        List<KnownSocket> found = new ArrayList<>();
        try (SocketDiag diag = new SocketDiag(false)) {
            Access access = diag.read(protocol, row -> {
                if (wanted.test(row)) {
                    found.add(KnownSocket.of(row));
                }
            });
            return access.done() ? new Finding.Found(found) : new Finding.Failed(access.words());
        }
    }
}
