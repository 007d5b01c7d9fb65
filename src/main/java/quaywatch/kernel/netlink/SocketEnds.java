package quaywatch.kernel.netlink;

import quaywatch.kernel.Access;
import quaywatch.kernel.NativeWords;
import quaywatch.kernel.RowSink;
import quaywatch.model.Protocol;

/**
 * The TCP sockets of the own network namespace that the kernel has just destroyed, each with its last counters: the groups
 * SKNLGRP_INET_TCP_DESTROY and SKNLGRP_INET6_TCP_DESTROY of sock_diag (include/uapi/linux/sock_diag.h). Needs no rights. A row of one tells
 * neither user nor inode nor cgroup.
 */
public final class SocketEnds implements AutoCloseable {

    /** Groups 1 and 3; 2 and 4 are for UDP, of which there is nothing to count. */
    private static final int GROUPS = 1 << 1 - 1 | 1 << 3 - 1;

    private final Announcements announcements;

    private SocketEnds(Announcements announcements) {
        this.announcements = announcements;
    }

    /** What came of {@link #open}. */
    public sealed interface Opening {}

    /** From now on ends wait to be heard; close it when done. */
    public record Opened(SocketEnds ends) implements Opening {}

    /** The kernel is older than 4.3, has no sock_diag, or a sandbox hides it. */
    public record Refused(Access access) implements Opening {}

    /** Takes what is told, on the thread that hears. */
    public interface Hearer extends RowSink {

        /** Some ends were not told, or not in a way that could be read. */
        void lost();
    }

    /**
     * Begins to listen.
     *
     * @param size  bytes of messages that may wait, as far as the machine allows; one takes the kernel more than a kilobyte
     */
    public static Opening open(int size) {
        return switch (Announcements.open(NetlinkSocket.SOCK_DIAG, GROUPS, size)) {
            case Announcements.Opening.Opened(var announcements) -> new Opened(new SocketEnds(announcements));
            case Announcements.Opening.Refused(int errno) -> new Refused(Access.of(errno));
        };
    }

    /** Hands on all ends until this is closed, or until it fails; holds the thread meanwhile. */
    public Access hear(Hearer hearer) {
        long answer = announcements.hear(new Reader(hearer));
        return answer < 0 ? Access.of((int) -answer) : Access.DONE;
    }

    @Override
    public void close() {
        announcements.close();
    }

    /** Makes rows out of datagrams. What can't be read is an end that was not told. */
    static final class Reader implements Announcements.Hearer {

        private final Hearer hearer;
        private final DiagRow row = new DiagRow();
        private final int[] words = new int[NetlinkSocket.CAPACITY / Integer.BYTES];

        Reader(Hearer hearer) {
            this.hearer = hearer;
        }

        @Override
        public void datagram(byte[] bytes, int length) {
            NativeWords.copy(bytes, length, words);
            int at = 0;
            while (at + Message.HEAD <= length) {
                int end = at + NativeWords.number32(words, at);
                if (end < at + Message.HEAD || end > length) {
                    hearer.lost();
                    return;
                }
                if (NativeWords.unsigned16(words, at + Message.TYPE) == DiagRequest.SOCK_DIAG_BY_FAMILY) {
                    end(at + Message.HEAD, end);
                }
                at = at + (end - at + 3 & ~3);
            }
        }

        private void end(int from, int to) {
            if (row.parseGone(Protocol.TCP, words, from, to)) {
                hearer.row(row);
            } else {
                hearer.lost();
            }
        }

        @Override
        public void lost() {
            hearer.lost();
        }
    }
}
