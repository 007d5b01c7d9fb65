package quaywatch.kernel;

import quaywatch.kernel.call.Errno;
import quaywatch.kernel.call.SystemCalls;

/**
 * How an attempt to reach something under a proc tree ended.
 *
 * @param kind   the outcome
 * @param words  the system's words where it failed; empty when all went well
 */
public record Access(Kind kind, String words) {

    /** All went well. */
    public static final Access DONE = new Access(Kind.DONE, "");

    /** What an error number means. */
    public static Access of(int errno) {
        return new Access(switch (errno) {
            case Errno.ENOENT, Errno.ESRCH -> Kind.GONE;
            case Errno.EACCES, Errno.EPERM -> Kind.HIDDEN;
            case Errno.EMFILE, Errno.ENFILE -> Kind.EXHAUSTED;
            default -> Kind.FAILED;
        }, SystemCalls.words(errno));
    }

    /** What can happen. */
    public enum Kind {
        DONE,
        /** It does not exist, or the process ended meanwhile (ENOENT, ESRCH): normal. */
        GONE,
        /** The kernel does not let us look (EACCES, EPERM). */
        HIDDEN,
        /** No descriptor is left (EMFILE, ENFILE): whatever is read now would look empty without being so. */
        EXHAUSTED,
        /** Anything else. */
        FAILED
    }

    public boolean done() {
        return kind == Kind.DONE;
    }
}
