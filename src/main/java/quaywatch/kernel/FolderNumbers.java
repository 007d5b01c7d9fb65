package quaywatch.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import quaywatch.kernel.call.Call;
import quaywatch.kernel.call.SystemCalls;

/** The names in an open folder that are numbers: processes, threads, descriptors. Format of directories: getdents64(2). */
final class FolderNumbers {

    // Offsets in struct linux_dirent64.
    private static final int RECORD_LENGTH = 16;
    private static final int NAME = 19;
    private static final int ENTRIES = 32 * 1024;

    private final SystemCalls calls;
    private final MemorySegment entries = SystemCalls.memory(ENTRIES);
    private final byte[] bytes = new byte[ENTRIES];

    FolderNumbers(SystemCalls calls) {
        this.calls = calls;
    }

    /** Adds the numbers of a folder that was opened just now; 0 once all are told, else what the kernel answered instead. */
    long read(int folder, Numbers into) {
        long length = more(folder);
        while (length > 0) {
            MemorySegment.copy(entries, ValueLayout.JAVA_BYTE, 0, bytes, 0, (int) length);
            for (int at = 0; at + NAME < length; at += NativeBytes.unsigned16(bytes, at + RECORD_LENGTH)) {
                int number = number(at + NAME);
                if (number >= 0) {
                    into.add(number);
                }
            }
            length = more(folder);
        }
        return length;
    }

    private long more(int folder) {
        return calls.call(Call.GETDENTS64, folder, entries.address(), ENTRIES, 0);
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
}
