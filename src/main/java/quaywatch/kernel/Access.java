package quaywatch.kernel;

/**
 * How an attempt to reach something under a proc tree ended.
 *
 * @param kind   the outcome
 * @param words  the system's words where it failed; empty when all went well
 */
public record Access(Kind kind, String words) {

    /** All went well. */
    public static final Access DONE = new Access(Kind.DONE, "");

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
