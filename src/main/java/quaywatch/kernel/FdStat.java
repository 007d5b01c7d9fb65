package quaywatch.kernel;

/** What is told of a descriptor table without listing it; filled again and again. */
public final class FdStat {

    private long size;
    private long identity;

    /** How many descriptors are open; -1 where that is not told (Linux before 6.2). */
    public long size() {
        return size;
    }

    /** Tells the table of one process from that of a later one with the same number: never the same for two, though it may change for one. */
    public long identity() {
        return identity;
    }

    void set(long newSize, long newIdentity) {
        size = newSize;
        identity = newIdentity;
    }
}
