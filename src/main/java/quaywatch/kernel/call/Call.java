package quaywatch.kernel.call;

import java.util.Map;

/** System calls by their numbers: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h (ARM). */
public enum Call {
    WRITE(1, 64), CLOSE(3, 57), FSTAT(5, 80), SOCKET(41, 198), SENDTO(44, 206), RECVFROM(45, 207), BIND(49, 200), SETSOCKOPT(54,
            208), GETDENTS64(217, 61), OPENAT(257,
                    56), READLINKAT(267,
                            78), PPOLL(271, 73), NEWFSTATAT(262,
                                    79), STATX(332, 291), EVENTFD2(290, 19), PIDFD_SEND_SIGNAL(424, 424), PIDFD_OPEN(434, 434);

    /** Which column holds for this machine; -1 for another kind, where no call is made. */
    private static final int COLUMN = Map.of("amd64", 0, "aarch64", 1).getOrDefault(System.getProperty("os.arch", ""), -1);

    private final int[] numbers;

    Call(int x86, int arm) {
        numbers = new int[]{x86, arm};
    }

    /** The number on this machine; one that no kernel knows where the kind of machine is not known here. */
    long number() {
        return COLUMN < 0 ? -1 : numbers[COLUMN];
    }
}
