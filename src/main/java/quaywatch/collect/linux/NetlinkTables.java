package quaywatch.collect.linux;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import quaywatch.collect.SourceException;
import quaywatch.kernel.Access;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.RowSink;
import quaywatch.kernel.SocketFile;
import quaywatch.kernel.netlink.SocketDiag;
import quaywatch.model.Protocol;
import quaywatch.model.SourceReport.Trouble;

/**
 * The tables as the kernel sends them on request. A protocol that it does not send is read from the proc file system; raw sockets always are,
 * because most kernels don't send them.
 */
final class NetlinkTables implements TableReader {

    /** After a failure a protocol is left alone for so many ticks. */
    private static final int PATIENCE = 30;

    private final SocketDiag diag = new SocketDiag(true);
    private final ProcTables files;
    private final Map<Protocol, Failure> failures = new EnumMap<>(Protocol.class);
    private int tick;
    private boolean broken;

    NetlinkTables(ProcFs fs) {
        this.files = new ProcTables(fs);
    }

    private record Failure(int tick, Trouble trouble) {}

    @Override
    public String name() {
        return "netlink";
    }

    @Override
    public boolean read(RowSink sink, List<Trouble> troubles) throws SourceException {
        tick++;
        broken = false;
        boolean streams = ask(Protocol.TCP, sink, troubles);
        boolean datagrams = ask(Protocol.UDP, sink, troubles);
        if (!streams && !datagrams) {
            throw new SourceException(troubles.getFirst().cause());
        }
        if (!streams) {
            files.read(SocketFile.TCP, sink, troubles);
            files.read(SocketFile.TCP6, sink, troubles);
        }
        if (!datagrams) {
            files.read(SocketFile.UDP, sink, troubles);
            files.read(SocketFile.UDP6, sink, troubles);
        }
        files.read(SocketFile.RAW, sink, troubles);
        files.read(SocketFile.RAW6, sink, troubles);
        return !broken;
    }

    private boolean ask(Protocol protocol, RowSink sink, List<Trouble> troubles) {
        Failure failure = failures.get(protocol);
        if (failure == null || tick - failure.tick >= PATIENCE) {
            Access access = diag.read(protocol, sink);
            if (access.done()) {
                failures.remove(protocol);
                return true;
            }
            failure = new Failure(tick, new Trouble(protocol + " by netlink", access.words()));
            if (diag.rows() > 0) {
                // Broken off in the middle: the other way would tell the same sockets again under other names.
                troubles.add(failure.trouble);
                broken = true;
                return true;
            }
            failures.put(protocol, failure);
        }
        troubles.add(failure.trouble);
        return false;
    }

    @Override
    public int takeOdd() {
        return diag.takeOddMessages() + files.takeOdd();
    }

    @Override
    public void close() {
        diag.close();
    }
}
