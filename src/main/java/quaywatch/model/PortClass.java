package quaywatch.model;

/** The three ranges of RFC 6335, section 6. The kernel's ephemeral range is another thing: see {@link HostFacts#ephemeral()}. */
public enum PortClass {
    WELL_KNOWN(0, 1_023), REGISTERED(1_024, 49_151), DYNAMIC(49_152, 65_535);

    private final PortRange range;

    PortClass(int first, int last) {
        range = new PortRange(first, last);
    }

    public PortRange range() {
        return range;
    }

    /** The class of a port from 0 to 65535. */
    public static PortClass of(int port) {
        return port <= WELL_KNOWN.range.last() ? WELL_KNOWN : port <= REGISTERED.range.last() ? REGISTERED : DYNAMIC;
    }
}
