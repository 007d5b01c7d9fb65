package quaywatch.collect.linux;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.LinkScopes;
import quaywatch.kernel.SocketRow;
import quaywatch.kernel.TcpCounters;
import quaywatch.kernel.Users;
import quaywatch.model.Endpoint;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.TcpInfo;
import quaywatch.model.User;

/** Makes sockets out of rows, and keeps the former object where nothing in it changed. */
final class RowToSocket {

    /** The kernel tells timers in hundredths and each tick reads them a moment later or earlier. */
    private static final Duration TIMER_SLACK = Duration.ofSeconds(2);

    private final Users users;
    private final LinkScopes scopes;

    RowToSocket(Users users, LinkScopes scopes) {
        this.users = users;
        this.scopes = scopes;
    }

    void startTick() {
        scopes.startTick();
    }

    /** The socket of a row; {@code former}, or parts of it, if that says the same. */
    Socket socket(SocketRow row, @Nullable Socket former, Instant now) {
        @Nullable
        User user = row.uidKnown() ? users.of(row.uid()) : null;
        @Nullable
        Instant timer = row.timerMillis() < 0 ? null : now.plusMillis(row.timerMillis());
        long millis = now.toEpochMilli();
        if (former == null) {
            Endpoint local = scoped(row.local(), row, "");
            return fresh(row, local, scoped(row.remote(), row, local.scope()), user, timer, counters(row, null, millis));
        }
        boolean sameEnds = row.hasEnds(former.local(), former.remote());
        boolean sameTimer = same(timer, former.timerEnd());
        @Nullable
        TcpInfo counters = counters(row, former.tcp(), millis);
        if (sameEnds && sameTimer && sameValues(row, former) && sameUser(row, user, former) && counters == former.tcp()) {
            return former;
        }
        Endpoint local = sameEnds ? former.local() : scoped(row.local(), row, "");
        return fresh(row, local, sameEnds ? former.remote() : scoped(row.remote(), row, local.scope()), user,
                sameTimer ? former.timerEnd() : timer, counters);
    }

    /**
     * What the row counts, as the former object where that is the same. A closing socket that the kernel has replaced by a stand-in has no
     * counters any more; the last ones stay.
     */
    private static @Nullable TcpInfo counters(SocketRow row, @Nullable TcpInfo former, long now) {
        TcpCounters told = row.counters();
        if (!told.present()) {
            return former;
        }
        long sent = told.sent();
        long received = told.received() - (hasFin(row.state()) ? 1 : 0);
        TcpInfo fresh = new TcpInfo(sent, Math.max(0, received), told.retransmits(), told.rttMicros(), told.leastRttMicros(),
                former != null && former.sent() == sent ? former.lastSentMillis() : now - told.sinceSentMillis(),
                former != null && former.received() == received ? former.lastReceivedMillis() : now - told.sinceReceivedMillis(),
                told.window(), told.deliveryRate());
        return fresh.equals(former) ? former : fresh;
    }

    /** Whether the peer has ended its side: the kernel counts that as a byte received. */
    private static boolean hasFin(SocketState state) {
        return switch (state) {
            case CLOSE_WAIT, LAST_ACK, CLOSING, TIME_WAIT -> true;
            case ESTABLISHED, SYN_SENT, SYN_RECV, FIN_WAIT1, FIN_WAIT2, CLOSE, LISTEN, BOUND, CONNECTED -> false;
        };
    }

    /** A link-local peer is on the link of the own end, which can be named in our namespace only; most addresses are of another kind and stay as they are. */
    private Endpoint scoped(Endpoint end, SocketRow row, String otherwise) {
        if (!LinkScopes.linkLocal(end.address()) || row.namespace() != 0) {
            return end;
        }
        String scope = row.interfaceNumber() != 0 ? scopes.named(row.interfaceNumber()) : otherwise;
        scope = scope.isEmpty() ? scopes.of(end.address()) : scope;
        return scope.isEmpty() ? end : new Endpoint(end.address(), scope, end.port());
    }

    private static Socket fresh(SocketRow row, Endpoint local, Endpoint remote, @Nullable User user, @Nullable Instant timer,
            @Nullable TcpInfo counters) {
        Queues queues = row.receive() == 0 && row.send() == 0 ? Queues.EMPTY : new Queues(row.receive(), row.send());
        @Nullable
        Boolean v6Only = row.v6Only() < 0 ? null : (Boolean) (row.v6Only() == 1);
        return new Socket(row.protocol(), row.family(), local, remote, row.state(), row.inode(), row.cookie(), user, row.namespace(),
                queues,
                timer, row.cgroup(), v6Only, counters);
    }

    private static boolean sameValues(SocketRow row, Socket former) {
        return row.state() == former.state() && row.family() == former.family() && row.inode() == former.inode()
                && row.receive() == former.queues().receive() && row.send() == former.queues().send();
    }

    /** A row that tells no user may stand for a socket whose user was learnt from its listener. */
    private static boolean sameUser(SocketRow row, @Nullable User user, Socket former) {
        @Nullable
        User known = former.user();
        return user == null ? known == null || row.timerMillis() < 0 : user.equals(known);
    }

    private static boolean same(@Nullable Instant timer, @Nullable Instant former) {
        return timer == null || former == null
                ? timer == former
                : Duration.between(timer, former).abs().compareTo(TIMER_SLACK) <= 0;
    }
}
