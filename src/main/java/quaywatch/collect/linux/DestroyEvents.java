package quaywatch.collect.linux;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import quaywatch.collect.SocketEvents;
import quaywatch.kernel.LinkScopes;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.SocketRow;
import quaywatch.kernel.Users;
import quaywatch.kernel.netlink.SocketEnds;
import quaywatch.kernel.netlink.SocketEnds.Opened;
import quaywatch.kernel.netlink.SocketEnds.Refused;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;

/**
 * Ends of TCP connections as the kernel tells them. Needs no rights. A thread of its own takes them from the kernel at once, whose buffer is
 * small: with the usual net.core.rmem_max it holds some hundred.
 */
public final class DestroyEvents implements SocketEvents {

    /** Where the machine lets us: ten seconds of a thousand connections a second. Not taken before it is needed. */
    private static final int SIZE = 8 * 1024 * 1024;
    /** Some 15 MB; whoever looks every second meets it at fifty thousand a second. */
    private static final int MOST = 50_000;

    private final InstantSource clock;
    private final Executor thread;
    private final int size;
    private final int most;
    private final RowToSocket rows;
    private List<End> ended = new ArrayList<>();
    private boolean lost;
    private boolean freshTick;
    private boolean closed;
    private @Nullable SocketEnds ends;

    /** @param thread  runs one task beside all others, and may be held by it until these are closed */
    public DestroyEvents(InstantSource clock, Executor thread) {
        this(clock, thread, SIZE, MOST);
    }

    /**
     * With limits of its own.
     *
     * @param size  bytes that may wait in the kernel
     * @param most  ends that may wait here
     */
    DestroyEvents(InstantSource clock, Executor thread, int size, int most) {
        this.clock = clock;
        this.thread = thread;
        this.size = size;
        this.most = most;
        ProcFs fs = new ProcFs(ProcFs.LIVE_ROOT);
        this.rows = new RowToSocket(new Users(Users.MACHINE), new LinkScopes(fs));
    }

    @Override
    public synchronized void start() {
        if (ends != null || closed) {
            return;
        }
        switch (SocketEnds.open(size)) {
            case Opened(var opened) -> {
                ends = opened;
                thread.execute(() -> hear(opened));
            }
            case Refused(_) -> ends = null;
        }
    }

    private void hear(SocketEnds opened) {
        boolean asAsked = false;
        try {
            asAsked = opened.hear(new Ear()).done();
        } finally {
            stopped(asAsked);
        }
    }

    private synchronized void stopped(boolean asAsked) {
        ends = null;
        lost |= !asAsked;
    }

    @Override
    public synchronized boolean tells() {
        return ends != null;
    }

    @Override
    public synchronized Drained drain() {
        freshTick = true;
        if (ended.isEmpty() && !lost) {
            return Drained.NOTHING;
        }
        Drained drained = new Drained(ended, lost);
        ended = new ArrayList<>();
        lost = false;
        return drained;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (ends != null) {
            ends.close();
        }
    }

    private synchronized boolean takeFreshTick() {
        boolean fresh = freshTick;
        freshTick = false;
        return fresh;
    }

    private synchronized void add(End end) {
        if (ended.size() < most) {
            ended.add(end);
        } else {
            lost = true;
        }
    }

    private synchronized void lose() {
        lost = true;
    }

    private final class Ear implements SocketEnds.Hearer {

        @Override
        public void row(SocketRow row) {
            // A listener has no peer, and what never got a port was no connection.
            if (row.cookie() == 0 || row.remotePort() == 0) {
                return;
            }
            if (takeFreshTick()) {
                rows.startTick();
            }
            Socket socket = rows.socket(row, null, clock.instant());
            add(new End(row.cookie(), Protocol.TCP, socket.local(), socket.remote(), socket.tcp()));
        }

        @Override
        public void lost() {
            lose();
        }
    }
}
