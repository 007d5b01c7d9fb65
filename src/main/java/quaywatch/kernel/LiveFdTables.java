package quaywatch.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import quaywatch.kernel.call.Call;
import quaywatch.kernel.call.Errno;
import quaywatch.kernel.call.SystemCalls;

/**
 * The descriptor tables of the running machine, by system calls: the runtime's way through paths costs several times as much. Format of
 * what is told about files: statx(2).
 */
public final class LiveFdTables implements FdTables {

    private static final Access GONE = new Access(Access.Kind.GONE, "");
    private static final Access HIDDEN = new Access(Access.Kind.HIDDEN, "");

    private static final int AT_FDCWD = -100;
    private static final int O_PATH_DIRECTORY_CLOEXEC = 0x200000 | 0x10000 | 0x80000;
    private static final int O_DIRECTORY_CLOEXEC = 0x10000 | 0x80000;
    private static final int BASIC_STATS = 0x7ff;
    // Offsets in struct statx.
    private static final int INODE = 0x20;
    private static final int SIZE = 0x28;
    private static final int CHANGED_SECONDS = 0x60;
    private static final int CHANGED_NANOS = 0x68;
    private static final int STATX = 256;
    // Offsets in struct stat, the same on every architecture of 64 bits.
    private static final int STAT_DEVICE = 0;
    private static final int STAT_INODE = 8;
    private static final int AT_STATX_DONT_SYNC = 0x4000;
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final long UNKNOWN = -1;
    private static final int NONE = -1;
    private static final long OWN_PID = ProcessHandle.current().pid();

    private final SystemCalls calls = new SystemCalls();
    private final PathText path = new PathText();
    private final FolderNumbers numbers = new FolderNumbers(calls);
    /** What the kernel tells of one file. */
    private final MemorySegment answered = SystemCalls.memory(STATX);
    private final ByteBuffer told = answered.asByteBuffer().order(ByteOrder.nativeOrder());
    private final byte[] bytes = new byte[STATX];
    private int root = NONE;
    private int table = NONE;
    /** The open table, if it is that of our own process, which holds it open meanwhile. */
    private int own = NONE;
    private long socketDevice = UNKNOWN;
    private boolean sizeTold = true;
    private boolean sizeTried;

    /** Descriptors lie behind the proc file system of this machine. */
    public LiveFdTables() {}

    @Override
    public Access pids(Numbers into) {
        Access access = root();
        return access.done() ? folder(".", into) : access;
    }

    @Override
    public Access threads(int pid, Numbers into) {
        Access access = root();
        return access.done() ? folder(pid + "/task", into) : access;
    }

    private Access folder(String relative, Numbers into) {
        into.clear();
        long opened = openAt(root, path.of(relative), O_DIRECTORY_CLOEXEC);
        if (opened < 0) {
            return access(opened);
        }
        Access access = answer(numbers.read((int) opened, into));
        calls.close((int) opened);
        return access;
    }

    private Access root() {
        if (root == NONE) {
            long opened = openAt(AT_FDCWD, path.of(ProcFs.LIVE_ROOT.toString()), O_PATH_DIRECTORY_CLOEXEC);
            if (opened < 0) {
                return access(opened);
            }
            root = (int) opened;
        }
        return Access.DONE;
    }

    @Override
    public Access stat(int pid, FdStat into) {
        Access access = root();
        return access.done() ? stat(root, path.table(pid), into) : access;
    }

    @Override
    public Access statThread(int pid, int thread, FdStat into) {
        Access access = root();
        return access.done() ? stat(root, path.of(pid + "/task/" + thread + "/fd"), into) : access;
    }

    private Access stat(int folder, long relative, FdStat into) {
        long answer = calls.call(Call.STATX, folder, relative, 0, BASIC_STATS, answered.address(), 0);
        if (answer < 0) {
            return access(answer);
        }
        MemorySegment.copy(answered, ValueLayout.JAVA_BYTE, 0, bytes, 0, STATX);
        long changed = NativeBytes.number64(bytes, CHANGED_SECONDS) * 1_000_000_000L + NativeBytes.unsigned32(bytes, CHANGED_NANOS);
        // The inode of such a folder lives as long as it is in the kernel's cache, never longer than the process, and is made anew after that.
        into.set(sizeTold() ? NativeBytes.number64(bytes, SIZE) : -1,
                NativeBytes.number64(bytes, INODE) * 0x9e37_79b9_7f4a_7c15L ^ changed);
        return Access.DONE;
    }

    /** Whether this kernel tells sizes: it does of our own table, in which something is always open. */
    private boolean sizeTold() {
        if (!sizeTried) {
            sizeTried = true;
            byte[] kept = bytes.clone();
            FdStat own = new FdStat();
            sizeTold = stat(root, path.of("self/fd"), own).done() && own.size() > 0;
            System.arraycopy(kept, 0, bytes, 0, STATX);
        }
        return sizeTold;
    }

    @Override
    public Access open(int pid, FdStat into) {
        Access access = root();
        access = access.done() ? open(path.table(pid)) : access;
        if (!access.done()) {
            return access;
        }
        access = stat(table, path.of("."), into);
        if (!access.done()) {
            shut();
        } else if (pid == OWN_PID) {
            // The descriptor that was opened just now does not count: it is not there when the table is only asked about.
            own = table;
            into.set(into.size() > 0 ? into.size() - 1 : into.size(), into.identity());
        }
        return access;
    }

    @Override
    public Access openThread(int pid, int thread) {
        Access access = root();
        return access.done() ? open(path.of(pid + "/task/" + thread + "/fd")) : access;
    }

    private Access open(long relative) {
        shut();
        long opened = openAt(root, relative, O_DIRECTORY_CLOEXEC);
        if (opened < 0) {
            return access(opened);
        }
        table = (int) opened;
        return Access.DONE;
    }

    private long openAt(int folder, long relative, int flags) {
        return calls.call(Call.OPENAT, folder, relative, flags, 0);
    }

    @Override
    public Access list(Numbers into) {
        into.clear();
        return answer(numbers.read(table, into));
    }

    /**
     * Follows the link, which for a socket leads to its inode: quicker than reading its text. Nothing is asked of other file systems, which may
     * not answer: what they told before will do.
     */
    @Override
    public long inode(int descriptor) {
        if (socketDevice == UNKNOWN) {
            socketDevice = socketDevice();
        }
        if (descriptor == own) {
            return NOT_OPEN;
        }
        long answer = calls.call(Call.NEWFSTATAT, table, path.number(descriptor), answered.address(), AT_STATX_DONT_SYNC);
        if (answer < 0) {
            return switch ((int) -answer) {
                case Errno.ENOENT -> NOT_OPEN;
                case Errno.ENFILE, Errno.EMFILE -> EXHAUSTED;
                default -> NO_SOCKET;
            };
        }
        return told.getLong(STAT_DEVICE) == socketDevice ? told.getLong(STAT_INODE) : NO_SOCKET;
    }

    /** The device of the file system in which all sockets lie, learnt from one that is made for it. */
    private long socketDevice() {
        long made = calls.call(Call.SOCKET, AF_UNIX, SOCK_DGRAM_CLOEXEC, 0, 0);
        long answer = calls.call(Call.FSTAT, made, answered.address(), 0, 0);
        long device = answer < 0 ? UNKNOWN : told.getLong(STAT_DEVICE);
        if (made >= 0) {
            calls.close((int) made);
        }
        return device;
    }

    private static Access answer(long answer) {
        return answer == 0 ? Access.DONE : access(answer);
    }

    private static Access access(long answer) {
        return switch ((int) -answer) {
            case Errno.ENOENT, Errno.ESRCH -> GONE;
            case Errno.EACCES, Errno.EPERM -> HIDDEN;
            default -> Access.of((int) -answer);
        };
    }

    @Override
    public void shut() {
        if (table != NONE) {
            calls.close(table);
            table = NONE;
            own = NONE;
        }
    }

    @Override
    public void close() {
        shut();
        if (root != NONE) {
            calls.close(root);
            root = NONE;
        }
    }
}
