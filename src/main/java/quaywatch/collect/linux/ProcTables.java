package quaywatch.collect.linux;

import java.util.List;

import quaywatch.collect.SourceException;
import quaywatch.kernel.Access;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.RowSink;
import quaywatch.kernel.SocketFile;
import quaywatch.kernel.SocketTables;
import quaywatch.model.Family;
import quaywatch.model.SourceReport.Trouble;

/** The tables as files of a proc tree: everywhere there, but they tell less, cost more, and leave rows out under churn. */
final class ProcTables implements TableReader {

    private final ProcFs fs;
    private final SocketTables files;

    ProcTables(ProcFs fs) {
        this.fs = fs;
        this.files = new SocketTables(fs);
    }

    @Override
    public String name() {
        return fs.root().toString();
    }

    @Override
    public boolean read(RowSink sink, List<Trouble> troubles) throws SourceException {
        int done = 0;
        for (SocketFile file : SocketFile.values()) {
            done += read(file, sink, troubles) ? 1 : 0;
        }
        if (done == 0) {
            throw new SourceException("No socket table under " + fs.root() + " can be read: "
                    + (troubles.isEmpty() ? "none is there" : troubles.getFirst().cause()));
        }
        return true;
    }

    /** Reads one table; false if it can't be. */
    boolean read(SocketFile file, RowSink sink, List<Trouble> troubles) {
        Access access = files.read(file, sink);
        if (!access.done() && !switchedOff(file, access)) {
            troubles.add(new Trouble(file.label(), access.words()));
        }
        return access.done();
    }

    /** A kernel without IPv6 has none of its tables; that is no trouble. */
    private boolean switchedOff(SocketFile file, Access access) {
        return file.family() == Family.IPV6 && access.kind() == Access.Kind.GONE && !fs.exists("net/if_inet6");
    }

    @Override
    public int takeOdd() {
        return files.takeOddLines();
    }

    @Override
    public void close() {
        // Files are open only while they are read.
    }
}
