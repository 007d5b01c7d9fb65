package quaywatch.kernel.netlink;

import java.util.ArrayList;
import java.util.List;

import quaywatch.kernel.RowSink;
import quaywatch.kernel.SocketRow;
import quaywatch.kernel.TcpCounters;
import quaywatch.model.Family;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;

/** What a row told, kept beyond the row. */
record Told(Protocol protocol, Family family, SocketState state, String local, String remote, long receive, long send, long inode,
        long uid, boolean uidKnown, long timer, long cookie, long cgroup, int link, int v6Only, boolean counted, long sent, long received,
        long retransmits, long rtt, long leastRtt, long sinceSent, long sinceReceived, long window, long deliveryRate) {

    static Told of(SocketRow row) {
        TcpCounters counters = row.counters();
        return new Told(row.protocol(), row.family(), row.state(), row.local().toString(), row.remote().toString(), row.receive(),
                row.send(), row.inode(), row.uid(), row.uidKnown(), row.timerMillis(), row.cookie(), row.cgroup(), row.interfaceNumber(),
                row.v6Only(), counters.present(), counters.sent(), counters.received(), counters.retransmits(), counters.rttMicros(),
                counters.leastRttMicros(), counters.sinceSentMillis(), counters.sinceReceivedMillis(), counters.window(),
                counters.deliveryRate());
    }

    /** Keeps all rows. */
    static final class All implements RowSink {

        final List<Told> rows = new ArrayList<>();

        @Override
        public void row(SocketRow row) {
            rows.add(of(row));
        }
    }
}
