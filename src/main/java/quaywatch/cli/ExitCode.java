package quaywatch.cli;

import java.util.Collection;
import java.util.Comparator;

/** What a command tells the shell. */
public enum ExitCode {
    DONE(0), NOTHING_MATCHED(1), USAGE(2), COULD_NOT_READ(3), NOT_PERMITTED(4), STILL_HELD(5), RESPAWNED(6), TIMEOUT(124), CANCELLED(7),
    /** What EX_SOFTWARE of sysexits.h says: the fault is Quaywatch's own. */
    FAULT(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the shell gets. */
    public int number() {
        return number;
    }

    /** Of several, the one that matters most: the last of them in the order above. */
    static ExitCode worst(Collection<ExitCode> codes) {
        return codes.stream().max(Comparator.naturalOrder()).orElse(DONE);
    }
}
