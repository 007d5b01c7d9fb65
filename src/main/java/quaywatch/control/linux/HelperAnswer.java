package quaywatch.control.linux;

import java.util.Optional;
import java.util.stream.Stream;

/** How the helper ends, each with an exit code of its own; 126 and 127 are left to pkexec(1), 1 and 2 to Java. */
public enum HelperAnswer {
    /** The signal was sent, or the connection closed. */
    DONE(0),
    /** The words are no request. */
    NOT_UNDERSTOOD(64),
    /** It does not run as root. */
    NOT_ROOT(65),
    /** There is no such process or connection any more. */
    GONE(66),
    /** The number belongs to a process that started at another time. */
    OTHER_PROCESS(67),
    /** It is that process, and it does not hold that socket. */
    NOT_THE_HOLDER(68),
    /** It is the first process, part of the kernel, or whoever asks. */
    REFUSED(69),
    /** The kernel has no pidfd. */
    NO_PIDFD(70),
    /** Not even root may, as in a container. */
    NOT_PERMITTED(71),
    /** Another socket lies between these ends. */
    OTHER_SOCKET(72),
    /** The socket is no connection. */
    NO_CONNECTION(73),
    /** The kernel can't close connections. */
    UNSUPPORTED(74),
    /** It was closed, and is still there. */
    STILL_OPEN(75),
    /** The system failed in another way. */
    FAILED(76);

    private final int code;

    HelperAnswer(int code) {
        this.code = code;
    }

    /** The exit code. */
    public int code() {
        return code;
    }

    /** The answer with this exit code; empty for another. */
    static Optional<HelperAnswer> of(int code) {
        return Stream.of(values()).filter(answer -> answer.code == code).findFirst();
    }
}
