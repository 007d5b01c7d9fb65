package quaywatch.collect.linux;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.BootClock;
import quaywatch.kernel.LinkScopes;
import quaywatch.kernel.SocketRow;
import quaywatch.kernel.Users;
import quaywatch.model.Endpoint;
import quaywatch.model.Queues;
import quaywatch.model.Socket;
import quaywatch.model.User;

/** Makes sockets out of rows, and keeps the former object where nothing in it changed. */
final class RowToSocket {

    /** The kernel tells timers in hundredths and each tick reads them a moment later or earlier. */
    private static final Duration TIMER_SLACK = Duration.ofSeconds(2);
    private static final int NO_COOKIE = 0;
    private static final int OWN_NAMESPACE = 0;

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
        Instant timer = row.timerTicks() < 0 ? null : BootClock.after(now, row.timerTicks());
        if (former == null) {
            Endpoint local = scoped(row.local(), "");
            return fresh(row, local, scoped(row.remote(), local.scope()), user, timer);
        }
        boolean sameEnds = row.hasEnds(former.local(), former.remote());
        boolean sameTimer = same(timer, former.timerEnd());
        if (sameEnds && sameTimer && sameValues(row, former) && sameUser(row, user, former)) {
            return former;
        }
        Endpoint local = sameEnds ? former.local() : scoped(row.local(), "");
        return fresh(row, local, sameEnds ? former.remote() : scoped(row.remote(), local.scope()), user,
                sameTimer ? former.timerEnd() : timer);
    }

    /** A link-local peer is on the link of the own end; most addresses are of another kind and stay as they are. */
    private Endpoint scoped(Endpoint end, String otherwise) {
        if (!LinkScopes.linkLocal(end.address())) {
            return end;
        }
        String scope = otherwise.isEmpty() ? scopes.of(end.address()) : otherwise;
        return scope.isEmpty() ? end : new Endpoint(end.address(), scope, end.port());
    }

    private static Socket fresh(SocketRow row, Endpoint local, Endpoint remote, @Nullable User user, @Nullable Instant timer) {
        Queues queues = row.receive() == 0 && row.send() == 0 ? Queues.EMPTY : new Queues(row.receive(), row.send());
        return new Socket(row.protocol(), row.family(), local, remote, row.state(), row.inode(), NO_COOKIE, user, OWN_NAMESPACE, queues,
                timer);
    }

    private static boolean sameValues(SocketRow row, Socket former) {
        return row.state() == former.state() && row.family() == former.family() && row.inode() == former.inode()
                && row.receive() == former.queues().receive() && row.send() == former.queues().send();
    }

    /** A row that tells no user may stand for a socket whose user was learnt from its listener. */
    private static boolean sameUser(SocketRow row, @Nullable User user, Socket former) {
        @Nullable
        User known = former.user();
        return user == null ? known == null || row.timerTicks() < 0 : user.equals(known);
    }

    private static boolean same(@Nullable Instant timer, @Nullable Instant former) {
        return timer == null || former == null
                ? timer == former
                : Duration.between(timer, former).abs().compareTo(TIMER_SLACK) <= 0;
    }
}
