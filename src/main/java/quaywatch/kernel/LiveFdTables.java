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
 * directories: getdents64(2); of what is told about files: statx(2).
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
    /** The largest number with seven digits. */
    private static final int LONGEST_SHORT = 9_999_999;
    private static final int AT_STATX_DONT_SYNC = 0x4000;
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final long UNKNOWN = -1;
    // Offsets in struct linux_dirent64.
    private static final int RECORD_LENGTH = 16;
    private static final int NAME = 19;

    private static final int ENTRIES = 32 * 1024;
    private static final int PATH = 64;
    private static final int NONE = -1;
    private static final long OWN_PID = ProcessHandle.current().pid();

    private final SystemCalls calls = new SystemCalls();
    private final MemorySegment path = SystemCalls.memory(PATH);
    private final MemorySegment entries = SystemCalls.memory(ENTRIES);
    private final ByteBuffer asked = path.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer told = entries.asByteBuffer().order(ByteOrder.nativeOrder());
    private final byte[] name = new byte[PATH];
    private final byte[] bytes = new byte[ENTRIES];
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
        long opened = openAt(root, text(relative), O_DIRECTORY_CLOEXEC);
        if (opened < 0) {
            return access(opened);
        }
        Access access = numbers((int) opened, into);
        calls.close((int) opened);
        return access;
    }

    private Access root() {
        if (root == NONE) {
            long opened = openAt(AT_FDCWD, text(ProcFs.LIVE_ROOT.toString()), O_PATH_DIRECTORY_CLOEXEC);
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
        return access.done() ? stat(root, table(pid), into) : access;
    }

    @Override
    public Access statThread(int pid, int thread, FdStat into) {
        Access access = root();
        return access.done() ? stat(root, text(pid + "/task/" + thread + "/fd"), into) : access;
    }

    private Access stat(int folder, int length, FdStat into) {
        MemorySegment.copy(name, 0, path, ValueLayout.JAVA_BYTE, 0, length);
        long answer = calls.call(Call.STATX, folder, path.address(), 0, BASIC_STATS, entries.address(), 0);
        if (answer < 0) {
            return access(answer);
        }
        MemorySegment.copy(entries, ValueLayout.JAVA_BYTE, 0, bytes, 0, STATX);
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
            sizeTold = stat(root, text("self/fd"), own).done() && own.size() > 0;
            System.arraycopy(kept, 0, bytes, 0, STATX);
        }
        return sizeTold;
    }

    @Override
    public Access open(int pid, FdStat into) {
        Access access = open(table(pid));
        if (!access.done()) {
            return access;
        }
        access = stat(table, text("."), into);
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
        return open(text(pid + "/task/" + thread + "/fd"));
    }

    private Access open(int length) {
        shut();
        Access access = root();
        if (!access.done()) {
            return access;
        }
        long opened = openAt(root, length, O_DIRECTORY_CLOEXEC);
        if (opened < 0) {
            return access(opened);
        }
        table = (int) opened;
        return Access.DONE;
    }

    private long openAt(int folder, int length, int flags) {
        MemorySegment.copy(name, 0, path, ValueLayout.JAVA_BYTE, 0, length);
        return calls.call(Call.OPENAT, folder, path.address(), flags, 0);
    }

    @Override
    public Access list(Numbers into) {
        into.clear();
        return numbers(table, into);
    }

    private Access numbers(int folder, Numbers into) {
        while (true) {
            long length = calls.call(Call.GETDENTS64, folder, entries.address(), ENTRIES, 0);
            if (length <= 0) {
                return length == 0 ? Access.DONE : access(length);
            }
            MemorySegment.copy(entries, ValueLayout.JAVA_BYTE, 0, bytes, 0, (int) length);
            for (int at = 0; at + NAME < length; at += NativeBytes.unsigned16(bytes, at + RECORD_LENGTH)) {
                int number = number(at + NAME);
                if (number >= 0) {
                    into.add(number);
                }
            }
        }
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
        shortName(descriptor);
        long answer = calls.call(Call.NEWFSTATAT, table, path.address(), entries.address(), AT_STATX_DONT_SYNC);
        if (answer < 0) {
            return switch ((int) -answer) {
                case Errno.ENOENT -> NOT_OPEN;
                case Errno.ENFILE, Errno.EMFILE -> EXHAUSTED;
                default -> NO_SOCKET;
            };
        }
        return told.getLong(STAT_DEVICE) == socketDevice ? told.getLong(STAT_INODE) : NO_SOCKET;
    }

    /** Puts the digits of a number and a zero where the path goes, in one go where they fit a word: every descriptor of every process comes by. */
    private void shortName(int number) {
        if (number > LONGEST_SHORT) {
            MemorySegment.copy(name, 0, path, ValueLayout.JAVA_BYTE, 0, digits(number, 0));
            return;
        }
        long word = 0;
        int rest = number;
        do {
            word = word << Byte.SIZE | '0' + rest % 10;
            rest /= 10;
        } while (rest > 0);
        asked.putLong(0, word);
    }

    /** The device of the file system in which all sockets lie, learnt from one that is made for it. */
    private long socketDevice() {
        long made = calls.call(Call.SOCKET, AF_UNIX, SOCK_DGRAM_CLOEXEC, 0, 0);
        long answer = calls.call(Call.FSTAT, made, entries.address(), 0, 0);
        long device = answer < 0 ? UNKNOWN : told.getLong(STAT_DEVICE);
        if (made >= 0) {
            calls.close((int) made);
        }
        return device;
    }

    /** The number that stands there up to a zero; -1 if anything else does, or it does not fit. */
    private int number(int from) {
        long number = 0;
        int at = from;
        while (bytes[at] >= '0' && bytes[at] <= '9' && number <= Integer.MAX_VALUE) {
            number = number * 10 + bytes[at++] - '0';
        }
        return at > from && bytes[at] == 0 && number <= Integer.MAX_VALUE ? (int) number : -1;
    }

    /** Writes {@code pid/fd} and a zero; its length with that. */
    private int table(int pid) {
        int at = digits(pid, 0) - 1;
        name[at] = '/';
        name[at + 1] = 'f';
        name[at + 2] = 'd';
        name[at + 3] = 0;
        return at + 4;
    }

    /** Writes a number and a zero; where the next sign goes after that. */
    private int digits(int number, int from) {
        int length = 1;
        for (int rest = number; rest >= 10; rest /= 10) {
            length++;
        }
        int rest = number;
        for (int i = from + length - 1; i >= from; i--) {
            name[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        name[from + length] = 0;
        return from + length + 1;
    }

    /** Writes a short text and a zero; its length with that. */
    private int text(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            name[i] = (byte) plain.charAt(i);
        }
        name[plain.length()] = 0;
        return plain.length() + 1;
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
