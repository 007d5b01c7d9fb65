package quaywatch.collect.linux;

import java.nio.file.Path;
import java.util.List;

import quaywatch.collect.InterfaceSource;
import quaywatch.kernel.NetDev;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.ReadBuffer;
import quaywatch.model.InterfaceCounters;

/** Reads interface counters out of a proc tree. */
public final class ProcInterfaceSource implements InterfaceSource {

    private static final int MOST_BYTES = 512 * 1024;

    private final ProcFs fs;
    private final ReadBuffer buffer = new ReadBuffer(MOST_BYTES);

    public ProcInterfaceSource(Path root) {
        this.fs = new ProcFs(root);
    }

    /** The source for the machine we run on. */
    public static ProcInterfaceSource live() {
        return new ProcInterfaceSource(ProcFs.LIVE_ROOT);
    }

    @Override
    public List<InterfaceCounters> sample() {
        return fs.read("net/dev", buffer).done() ? NetDev.parse(buffer.bytes(), buffer.length()) : List.of();
    }
}
