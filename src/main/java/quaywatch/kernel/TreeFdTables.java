package quaywatch.kernel;

import org.jspecify.annotations.Nullable;

/** The descriptor tables of a captured tree: folders of links. */
public final class TreeFdTables implements FdTables {

    private final ProcFs fs;
    private final ReadBuffer buffer = new ReadBuffer(4096);
    private @Nullable String table;

    public TreeFdTables(ProcFs fs) {
        this.fs = fs;
    }

    @Override
    public Access pids(Numbers into) {
        into.clear();
        Access access = fs.listing();
        for (long pid : fs.pids()) {
            into.add((int) pid);
        }
        return access;
    }

    @Override
    public Access threads(int pid, Numbers into) {
        into.clear();
        for (long thread : fs.threads(pid)) {
            into.add((int) thread);
        }
        return Access.DONE;
    }

    @Override
    public Access stat(int pid, FdStat into) {
        Access access = fs.read(pid + "/stat", buffer);
        into.set(-1, ProcStat.parse(buffer.bytes(), buffer.length()).map(ProcStat::start).orElse(0L));
        return access;
    }

    @Override
    public Access statThread(int pid, int thread, FdStat into) {
        return stat(pid, into);
    }

    @Override
    public Access open(int pid, FdStat into) {
        shut();
        stat(pid, into);
        return open(pid + "/fd");
    }

    @Override
    public Access openThread(int pid, int thread) {
        shut();
        return open(pid + "/task/" + thread + "/fd");
    }

    private Access open(String folder) {
        Access access = fs.descriptors(folder, new Numbers());
        table = access.done() ? folder : null;
        return access;
    }

    @Override
    public Access list(Numbers into) {
        into.clear();
        return table == null ? Access.DONE : fs.descriptors(table, into);
    }

    @Override
    public long inode(int descriptor) {
        String target = table == null ? "" : fs.link(table + "/" + descriptor);
        return target.isEmpty() ? NOT_OPEN : Math.max(NO_SOCKET, SocketLink.inode(target));
    }

    @Override
    public void shut() {
        table = null;
    }

    @Override
    public void close() {
        shut();
    }
}
