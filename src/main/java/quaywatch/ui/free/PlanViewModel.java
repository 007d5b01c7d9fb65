package quaywatch.ui.free;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Planner;
import quaywatch.control.StopPlan;
import quaywatch.control.Supervision;
import quaywatch.control.Supervisors;
import quaywatch.control.Way;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;

/**
 * The plan that is shown: at once without a look at who would start the holder again, then with it, and by the way that is chosen.
 * No controls; FX thread only. Made for one opening of the dialog.
 */
final class PlanViewModel {

    private final Planner planner;
    private final Snapshot snapshot;
    private final Row row;
    private final ReadOnlyObjectWrapper<StopPlan> plan;
    private boolean looking;
    private @Nullable Runnable confirmed;

    PlanViewModel(Planner planner, Snapshot snapshot, Row row) {
        this.planner = planner;
        this.snapshot = snapshot;
        this.row = row;
        this.plan = new ReadOnlyObjectWrapper<>(planner.plan(snapshot, row));
    }

    /** The plan as far as it is known. */
    ReadOnlyObjectProperty<StopPlan> plan() {
        return plan.getReadOnlyProperty();
    }

    /** Whether it is still being looked up who would start the holder again. */
    boolean looking() {
        return looking;
    }

    /**
     * Looks who would start the holder again.
     *
     * @param background  runs what may block
     * @param fx          the way back
     * @param nothingNew  called where the plan stays as it is, for then {@link #plan} tells of no change
     */
    void look(Supervisors supervisors, Executor background, Executor fx, Runnable nothingNew) {
        if (supervisors == Supervisors.NONE) {
            return;
        }
        looking = true;
        background.execute(() -> {
            Supervision found = supervisors.of(row.socket(), row.live().owner());
            fx.execute(() -> found(found, nothingNew));
        });
    }

    private void found(Supervision found, Runnable nothingNew) {
        looking = false;
        StopPlan before = plan.get();
        StopPlan fresh = planner.plan(snapshot, row, found);
        plan.set(fresh);
        if (fresh.equals(before)) {
            nothingNew.run();
        }
        Runnable start = confirmed;
        confirmed = null;
        // What was confirmed is what is done: if there is more to it now, the user looks at it first.
        if (start != null && before instanceof StopPlan.Possible seen && fresh instanceof StopPlan.Possible now
                && seen.ways().equals(now.ways())) {
            start.run();
        }
    }

    /** Takes another way. */
    void choose(Way way) {
        if (plan.get() instanceof StopPlan.Possible possible && !possible.way().equals(way)) {
            plan.set(possible.by(way));
        }
    }

    /** Starts now; while it is still being looked up, as soon as it turns out that the plan stays as it is. */
    void confirm(Runnable start) {
        if (looking) {
            confirmed = start;
        } else {
            start.run();
        }
    }
}
