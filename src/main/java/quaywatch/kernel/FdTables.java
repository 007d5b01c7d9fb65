package quaywatch.kernel;

/**
 * The descriptor tables of the processes of a proc tree ({@code pid/fd}, proc_pid_fd(5)). One table is open at a time. Used by one thread at a
 * time. Processes vanish between any two calls: that is {@link Access.Kind#GONE} and normal.
 */
public interface FdTables extends AutoCloseable {

    /** The pids there are, in no order. */
    Access pids(Numbers into);

    /** The threads of a process. */
    Access threads(int pid, Numbers into);

    /** Asks about a table without opening it; works for the processes of other users too. */
    Access stat(int pid, FdStat into);

    /** Asks about the table of a thread without opening it. */
    Access statThread(int pid, int thread, FdStat into);

    /** Opens the table of a process. HIDDEN where it is another user's. */
    Access open(int pid, FdStat into);

    /** Opens the table of a thread, which mostly is the one of its process. */
    Access openThread(int pid, int thread);

    /** The numbers of the descriptors in the open table. */
    Access list(Numbers into);

    /** What {@link #inode} gives for a descriptor that is something else than a socket. */
    long NO_SOCKET = 0;
    /** What {@link #inode} gives for a descriptor that is not open. */
    long NOT_OPEN = -1;
    /** What {@link #inode} gives if the system has run out of descriptors. */
    long EXHAUSTED = -2;

    /** The sockfs inode behind a descriptor of the open table; one of the above where there is none. */
    long inode(int descriptor);

    /** Closes the open table, if one is open. */
    void shut();

    /** Gives back all that is held open. */
    @Override
    void close();
}
