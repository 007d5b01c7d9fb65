package quaywatch.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where sockets are to be read from.
 *
 * @param kind  which source
 * @param proc  a captured tree to read in place of the machine's own; null for the machine itself; only with AUTO and PROC
 */
public record SourceChoice(Kind kind, @Nullable Path proc) {

    /** The best that works on this machine. */
    public static final SourceChoice AUTO = new SourceChoice(Kind.AUTO, null);

    public SourceChoice {
        if (proc != null && kind != Kind.AUTO && kind != Kind.PROC) {
            throw new IllegalArgumentException(kind + " reads no captured tree");
        }
    }

    /** The sources by name. */
    public enum Kind {
        /** The best that works here: netlink, then the proc file system on Linux, OSHI elsewhere; the next one if it fails. */
        AUTO,
        /** The kernel of Linux, asked by netlink. */
        NETLINK,
        /** The proc file system of Linux. */
        PROC,
        /** The portable library. */
        OSHI,
        /** A made-up workstation. */
        DEMO
    }
}
