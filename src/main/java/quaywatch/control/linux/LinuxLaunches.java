package quaywatch.control.linux;

import java.util.List;

import quaywatch.control.Launch;
import quaywatch.control.Launches;
import quaywatch.kernel.CommandLine;
import quaywatch.kernel.ProcFs;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.kernel.ReadBuffer;
import quaywatch.model.ProcessFacts;

/** Reads how a process was started from the proc file system, anew at every call. */
public final class LinuxLaunches implements Launches {

    /** Whoever has a longer command line is told by its beginning. */
    private static final int LIMIT = 64 * 1024;

    private final ProcFs files;
    private final ProcessIdentity identity;

    LinuxLaunches(ProcFs files, ProcessIdentity identity) {
        this.files = files;
        this.identity = identity;
    }

    public static LinuxLaunches ofThisMachine() {
        return new LinuxLaunches(new ProcFs(ProcFs.LIVE_ROOT), ProcessIdentity.ofThisMachine());
    }

    @Override
    public Launch of(ProcessFacts who) {
        long pid = who.id().pid();
        ReadBuffer line = new ReadBuffer(LIMIT);
        boolean read = files.read(pid + "/cmdline", line).done();
        String folder = files.link(pid + "/cwd");
        // Asked last: if it is the same process now, all that was read before is its own.
        boolean same = identity.read(pid) instanceof ProcessIdentity.Reading.Found found && found.start() == who.id().start();
        if (!read || line.length() == 0 || !same) {
            return Launches.OF_FACTS.of(who);
        }
        List<String> arguments = CommandLine.arguments(line.bytes(), line.length(), line.cut());
        return new Launch(arguments, arguments.isEmpty() ? shown(line) : "", folder);
    }

    private static String shown(ReadBuffer line) {
        boolean cut = line.length() > CommandLine.LIMIT;
        return CommandLine.of(line.bytes(), Math.min(CommandLine.LIMIT, line.length()), cut);
    }
}
