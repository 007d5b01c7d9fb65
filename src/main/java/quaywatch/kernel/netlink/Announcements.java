package quaywatch.kernel.netlink;

import quaywatch.kernel.call.Errno;

/**
 * What the kernel tells of its own accord to whoever joins its multicast groups (netlink(7)). One thread, which is held meanwhile, is in
 * {@link #hear}; {@link #close} may come from any thread, ends that and does not wait for it.
 */
final class Announcements implements AutoCloseable {

    /** Takes what is told, on the thread that hears. */
    interface Hearer {

        /** A datagram; the bytes are used again for the next one. */
        void datagram(byte[] bytes, int length);

        /** The kernel had more to tell than could wait here: some of it is lost. */
        void lost();
    }

    private final NetlinkSocket socket;
    private final Bell bell;
    private boolean hearing;
    private boolean closed;
    private boolean released;

    private Announcements(NetlinkSocket socket, Bell bell) {
        this.socket = socket;
        this.bell = bell;
    }

    /** What came of {@link #open}. */
    sealed interface Opening {

        /** Joined: what is told from now on waits to be heard. */
        record Opened(Announcements announcements) implements Opening {}

        /** It can't be, for this error number. */
        record Refused(int errno) implements Opening {}
    }

    /**
     * Joins.
     *
     * @param family  of netlink
     * @param groups  a bit for each, the lowest for group 1
     * @param size    bytes that may wait; half of each goes on the kernel's own account
     */
    static Opening open(int family, int groups, int size) {
        return switch (NetlinkSocket.open(family, 0)) {
            case NetlinkSocket.Opening.Refused(int errno) -> new Opening.Refused(errno);
            case NetlinkSocket.Opening.Opened(var socket) -> joined(socket, groups, size);
        };
    }

    private static Opening joined(NetlinkSocket socket, int groups, int size) {
        socket.widen(size);
        long answer = socket.join(groups);
        if (answer < 0) {
            socket.close();
            return new Opening.Refused((int) -answer);
        }
        return switch (Bell.open()) {
            case Bell.Opening.Opened(var bell) -> new Opening.Opened(new Announcements(socket, bell));
            case Bell.Opening.Refused(int errno) -> {
                socket.close();
                yield new Opening.Refused(errno);
            }
        };
    }

    /** Hands on all that is told until this is closed, 0, or until it can't be heard any more: a negated error number. */
    long hear(Hearer hearer) {
        synchronized (this) {
            if (closed) {
                return 0;
            }
            hearing = true;
        }
        try {
            return listen(hearer);
        } finally {
            synchronized (this) {
                hearing = false;
                closed = true;
                release();
            }
        }
    }

    private long listen(Hearer hearer) {
        long answer = 0;
        while (!isClosed() && (answer >= 0 || isPassing(answer))) {
            answer = socket.receiveNow();
            if (answer == -Errno.EAGAIN) {
                answer = bell.await(socket.descriptor());
            } else if (answer == -Errno.ENOBUFS || answer > NetlinkSocket.CAPACITY) {
                hearer.lost();
            } else if (answer > 0) {
                hearer.datagram(socket.bytes(), (int) answer);
            }
        }
        return isClosed() ? 0 : answer;
    }

    private static boolean isPassing(long answer) {
        return answer == -Errno.EINTR || answer == -Errno.ENOBUFS;
    }

    /** Sends a message to the kernel; 0 or more if it was taken. */
    long send(byte[] message) {
        return socket.send(message);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (hearing) {
            bell.ring();
        } else {
            release();
        }
    }

    private void release() {
        if (!released) {
            released = true;
            socket.close();
            bell.close();
        }
    }
}
