package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Reads {@code /proc/pid/limits} (proc_pid_limits(5)). */
public final class ProcLimits {

    private static final String OPEN_FILES = "Max open files";
    private static final String UNLIMITED = "unlimited";

    private ProcLimits() {}

    /** How many descriptors the process may have open now (the soft limit); {@link Long#MAX_VALUE} for any number; empty if the file does not tell. */
    public static OptionalLong openFiles(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.US_ASCII).lines().filter(line -> line.startsWith(OPEN_FILES))
                .map(line -> line.substring(OPEN_FILES.length()).strip().split("\\s+")[0]).map(ProcLimits::limit).findFirst()
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong limit(String text) {
        long number = text.equals(UNLIMITED) ? Long.MAX_VALUE : Decimal.of(text);
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
