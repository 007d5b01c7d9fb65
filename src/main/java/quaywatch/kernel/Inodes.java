package quaywatch.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import quaywatch.kernel.call.Call;
import quaywatch.kernel.call.SystemCalls;

/**
 * Tells the inodes of files below a folder without opening them, by one system call each (stat(2)). Two threads may use it one after the other,
 * not at once.
 */
public final class Inodes {

    private static final int AT_FDCWD = -100;
    /** The longest path that the kernel takes, with its end (PATH_MAX in limits.h). */
    private static final int LONGEST = 4_096;
    // Of struct stat, the same on every architecture of 64 bits.
    private static final int INODE = 8;
    private static final int STAT = 256;

    private final SystemCalls calls = new SystemCalls();
    private final MemorySegment path = SystemCalls.memory(LONGEST);
    private final ByteBuffer name = path.asByteBuffer();
    private final MemorySegment stat = SystemCalls.memory(STAT);
    private final ByteBuffer told = stat.asByteBuffer().order(ByteOrder.nativeOrder());
    private final int rootLength;

    public Inodes(Path root) {
        byte[] bytes = (root + "/").getBytes(StandardCharsets.UTF_8);
        rootLength = Math.min(bytes.length, LONGEST);
        name.put(0, bytes, 0, rootLength);
    }

    /** The inode of the file at a path below the folder, of ASCII alone; 0 where it is gone or refused. */
    public long of(String file) {
        return ask(rootLength, file);
    }

    /** The inode of a file in the folder of a process; {@code file} begins with a slash. */
    public long of(int pid, String file) {
        int digits = 1;
        for (int rest = pid; rest >= 10; rest /= 10) {
            digits++;
        }
        if (rootLength + digits > LONGEST) {
            return 0;
        }
        int rest = pid;
        for (int at = rootLength + digits - 1; at >= rootLength; at--) {
            name.put(at, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        return ask(rootLength + digits, file);
    }

    private long ask(int from, String file) {
        if (from + file.length() >= LONGEST) {
            return 0;
        }
        for (int i = 0; i < file.length(); i++) {
            name.put(from + i, (byte) file.charAt(i));
        }
        name.put(from + file.length(), (byte) 0);
        long answer = calls.call(Call.NEWFSTATAT, AT_FDCWD, path.address(), stat.address(), 0);
        return answer < 0 ? 0 : told.getLong(INODE);
    }
}
