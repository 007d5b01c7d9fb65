package quaywatch.query;

import java.time.Duration;
import java.time.Instant;

import quaywatch.model.Belonging;
import quaywatch.model.Exposure;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

/** What a socket can be. */
public enum Trait {
    /** Takes connections or datagrams at its port: TCP LISTEN, UDP without a peer. */
    LISTENING,
    /** Holds a port that others than this machine can reach, as far as its address tells. */
    EXPOSED,
    /** One of its ends is a loopback address. */
    LOOPBACK,
    /** No process can be named for it. */
    HIDDEN,
    /** Opened within the last five minutes, while we watched. */
    NEW,
    /** Gone, within the last hour. */
    CLOSED,
    /** Has a peer. */
    CONNECTED,
    /** Belongs to a service of the system, not to one of a user or to something a user started. */
    SYSTEM;

    private static final Duration RECENT = Duration.ofMinutes(5);

    boolean holds(Row row, Instant now) {
        Socket socket = row.socket();
        return switch (this) {
            case LISTENING -> socket.holdsPort() && (socket.state() == SocketState.LISTEN || socket.protocol() == Protocol.UDP);
            case EXPOSED -> socket.holdsPort()
                    && (socket.exposure() == Exposure.EVERY_INTERFACE || socket.exposure() == Exposure.ONE_ADDRESS);
            case LOOPBACK -> socket.local().address().isLoopback() || socket.remote().address().isLoopback();
            case HIDDEN -> hidden(row.live().owner());
            case NEW -> !row.live().fromStart() && isRecent(row.live().firstSeen(), now);
            case CLOSED -> row.isClosed();
            case CONNECTED -> socket.hasPeer();
            case SYSTEM -> row.live().owner().belongsTo() instanceof Belonging.Unit(String name, boolean user) && !user
                    && name.endsWith(".service");
        };
    }

    /** What lies ahead was before the clock was set back. */
    private static boolean isRecent(Instant moment, Instant now) {
        return moment.isAfter(now.minus(RECENT)) && !moment.isAfter(now);
    }

    private static boolean hidden(Owner owner) {
        return switch (owner) {
            case Owner.Service _,Owner.UserOnly _,Owner.Unknown _ -> true;
            case Owner.Processes _,Owner.Kernel _ -> false;
        };
    }
}
