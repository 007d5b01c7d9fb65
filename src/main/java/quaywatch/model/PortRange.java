package quaywatch.model;

/**
 * A stretch of ports, both ends included.
 *
 * @param first  0 to 65535
 * @param last   first to 65535
 */
public record PortRange(int first, int last) {

    public PortRange {
        if (first < 0 || last > 65_535 || first > last) {
            throw new IllegalArgumentException("a port range goes upwards inside 0 to 65535, not " + first + "-" + last);
        }
    }

    public boolean contains(int port) {
        return port >= first && port <= last;
    }

    /** How many ports the range has. */
    public int size() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
