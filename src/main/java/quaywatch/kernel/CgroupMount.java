package quaywatch.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where the unified hierarchy of control groups is mounted, as {@code /proc/pid/mountinfo} tells (proc_pid_mountinfo(5)): of version 2 alone,
 * and of a hybrid machine, where the hierarchies of version 1 stand beside it.
 *
 * @param root   the control group that is mounted: {@code /} for all of them; another one in a container without a namespace of its own
 * @param point  where, as an absolute path
 */
record CgroupMount(String root, String point) {

    private static final String TYPE = "cgroup2";
    private static final String SEPARATOR = "-";
    // Fields of a line; after the optional ones, which end with the separator, comes the type.
    private static final int ROOT = 3;
    private static final int POINT = 4;
    private static final int OPTIONAL = 6;

    /** The mount that shows most; empty where there is none, as on a machine of version 1. */
    static Optional<CgroupMount> parse(String mountinfo) {
        Optional<CgroupMount> best = Optional.empty();
        for (String line : mountinfo.split("\n")) {
            String[] fields = line.split(" ");
            if (isUnified(fields)) {
                CgroupMount mount = new CgroupMount(plain(fields[ROOT]), plain(fields[POINT]));
                best = best.filter(it -> it.root.length() <= mount.root.length()).or(() -> Optional.of(mount));
            }
        }
        return best;
    }

    private static boolean isUnified(String[] fields) {
        for (int i = OPTIONAL; i + 1 < fields.length; i++) {
            if (fields[i].equals(SEPARATOR)) {
                return fields[i + 1].equals(TYPE) && fields[ROOT].startsWith("/") && fields[POINT].startsWith("/");
            }
        }
        return false;
    }

    /** Blanks, tabs, line ends and backslashes are written as three octal digits behind a backslash. */
    private static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        byte[] bytes = escaped.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int octal = bytes[i] == '\\' ? octal(bytes, i + 1) : -1;
            out.write(octal < 0 ? bytes[i] : octal);
            i += octal < 0 ? 0 : 3;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int octal(byte[] bytes, int from) {
        if (from + 3 > bytes.length) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 3; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 7) {
                return -1;
            }
            value = value * 8 + digit;
        }
        return value;
    }

    /** The path of a control group as {@code /proc/pid/cgroup} writes it; {@code below} is the path from the mount point to its folder. */
    String path(String below) {
        if (below.isEmpty()) {
            return root;
        }
        return root.equals("/") ? "/" + below : root + "/" + below;
    }
}
