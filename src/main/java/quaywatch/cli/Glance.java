package quaywatch.cli;

import quaywatch.model.Evidence;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;
import quaywatch.monitor.SamplingLoop;

/** One look at a machine, and a second one where the first had to leave owners open. */
public final class Glance {

    private final Program program;

    Glance(Program program) {
        this.program = program;
    }

    Snapshot at(SourceChoice source) {
        try (SamplingLoop loop = program.open(source)) {
            return at(loop);
        }
    }

    /** The same with a loop that is there. */
    public static Snapshot at(SamplingLoop loop) {
        Snapshot snapshot = loop.tickOnce();
        for (Row row : snapshot.rows()) {
            if (row.live().evidence() instanceof Evidence.Resolving) {
                return loop.tickOnce();
            }
        }
        return snapshot;
    }
}
