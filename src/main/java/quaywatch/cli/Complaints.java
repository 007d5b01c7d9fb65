package quaywatch.cli;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import quaywatch.model.Counting;
import quaywatch.model.Snapshot;
import quaywatch.model.SourceReport;
import quaywatch.model.SourceReport.Trouble;
import quaywatch.text.Visible;

/** Says what a look could not tell. Of many looks each thing is said once, when it begins. */
final class Complaints {

    private final Console console;
    private final SourceChoice source;
    private Set<Trouble> troubles = Set.of();
    private boolean odd;
    private final Set<Counting> lacks = EnumSet.noneOf(Counting.class);
    private boolean slow;

    Complaints(Console console, SourceChoice source) {
        this.console = console;
        this.source = source;
    }

    /** Says what failed; false if that leaves nothing, so that nobody takes it for a machine without sockets. */
    boolean tell(Snapshot snapshot) {
        SourceReport report = snapshot.report();
        boolean nothing = snapshot.rows().isEmpty();
        for (Trouble trouble : report.troubles()) {
            if (!troubles.contains(trouble)) {
                console.complain(key(trouble, report, nothing), Visible.of(trouble.source()), Visible.of(trouble.cause()),
                        Visible.of(report.source()));
            }
        }
        if (report.oddLines() > 0 && !odd) {
            console.complain("cli.odd", report.oddLines(), Visible.of(report.source()));
        }
        troubles = new HashSet<>(report.troubles());
        odd = report.oddLines() > 0;
        return !nothing || report.troubles().isEmpty() && report.oddLines() == 0;
    }

    private String key(Trouble trouble, SourceReport report, boolean nothing) {
        if (!nothing) {
            return trouble.source().equals(report.source()) ? "cli.stale" : "cli.trouble";
        }
        if (report.complete()) {
            return "cli.troubleAndNothing";
        }
        return source.proc() == null ? "cli.cannotRead" : "cli.cannotReadTree";
    }

    /** Says what whoever watches can't rely on: the last counters of what has ended, and the time between two looks. */
    void tellLimits(SourceReport report) {
        if (!report.slowedTo().isZero() && !slow) {
            slow = true;
            console.complain("cli.watch.slowed", Math.max(1, Math.round(report.slowedTo().toMillis() / 1e3)));
        }
        Counting counting = report.counting();
        if (counting != Counting.COMPLETE && lacks.add(counting)) {
            console.complain(switch (counting) {
                case SHORT_MISSED -> "cli.watch.endsNotTold";
                case LOST, COMPLETE -> "cli.watch.endsLost";
            });
        }
    }
}
