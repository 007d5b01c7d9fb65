package quaywatch.collect.linux;

import quaywatch.kernel.Access;
import quaywatch.kernel.FdStat;
import quaywatch.kernel.FdTables;
import quaywatch.kernel.Numbers;

/** Descriptor tables with counts of what is asked about them. */
final class CountedTables implements FdTables {

    private final FdTables tables;
    private int lists;
    private int opens;
    private int reads;

    CountedTables(FdTables tables) {
        this.tables = tables;
    }

    /**
     * What was asked in one tick.
     *
     * @param lists  tables that were listed
     * @param opens  tables that were opened, of processes and of threads
     * @param reads  descriptors that were read
     */
    record Asked(int lists, int opens, int reads) {}

    /** What was asked since the last call. */
    Asked takeAsked() {
        Asked asked = new Asked(lists, opens, reads);
        lists = 0;
        opens = 0;
        reads = 0;
        return asked;
    }

    @Override
    public Access pids(Numbers into) {
        return tables.pids(into);
    }

    @Override
    public Access threads(int pid, Numbers into) {
        return tables.threads(pid, into);
    }

    @Override
    public Access stat(int pid, FdStat into) {
        return tables.stat(pid, into);
    }

    @Override
    public Access statThread(int pid, int thread, FdStat into) {
        return tables.statThread(pid, thread, into);
    }

    @Override
    public Access open(int pid, FdStat into) {
        opens++;
        return tables.open(pid, into);
    }

    @Override
    public Access openThread(int pid, int thread) {
        opens++;
        return tables.openThread(pid, thread);
    }

    @Override
    public Access list(Numbers into) {
        lists++;
        return tables.list(into);
    }

    @Override
    public long inode(int descriptor) {
        reads++;
        return tables.inode(descriptor);
    }

    @Override
    public void shut() {
        tables.shut();
    }

    @Override
    public void close() {
        tables.close();
    }
}
