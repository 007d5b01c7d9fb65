package quaywatch.model;

/** Whether all payload that went since the first look is in the totals. What a source does not count at all (UDP) is no part of that. */
public enum Counting {
    /** Nothing is known to be missing. */
    COMPLETE,
    /** Nobody tells what ended between two looks: short connections, and the last bytes of longer ones, are missing. */
    SHORT_MISSED,
    /** The kernel had more to tell of what ended than could be taken: some of it is missing. */
    LOST
}
