package quaywatch.ui.free;

import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Outcome;
import quaywatch.control.Progress;
import quaywatch.control.StopFlow;
import quaywatch.control.StopOrder;
import quaywatch.control.StopTools;
import quaywatch.ui.fx.Latest;

/** One freeing of a port, from the plan to the outcome. No controls; FX thread only. */
final class FreeViewModel {

    private static final Duration MORE = Duration.ofSeconds(10);

    private final @Nullable StopOrder order;
    private final StopTools tools;
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private @Nullable StopFlow flow;

    /**
     * @param order       what would be done; null where nothing can be
     * @param background  runs work that may block, never on the FX thread
     * @param fx          the way back
     */
    FreeViewModel(@Nullable StopOrder order, StopTools tools, Executor background, Executor fx) {
        this.order = order;
        this.tools = tools;
        this.background = background;
        this.fx = fx;
    }

    /** How far it is; null before the start. */
    ReadOnlyObjectProperty<@Nullable Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** How it ended; null before the end. */
    ReadOnlyObjectProperty<@Nullable Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** Does it, once. */
    void start() {
        if (flow != null || order == null) {
            return;
        }
        StopFlow started = tools.flow(order);
        flow = started;
        Latest<Progress> reports = new Latest<>(fx, progress::set);
        background.execute(() -> {
            Outcome end = started.run(reports::offer);
            fx.execute(() -> outcome.set(end));
        });
    }

    /** SIGKILL, where it is offered. */
    void force() {
        if (flow != null) {
            flow.force();
        }
    }

    void waitMore() {
        if (flow != null) {
            flow.waitOn(MORE);
        }
    }

    /** Stops waiting; what was sent can't be called back. */
    void cancel() {
        if (flow != null) {
            flow.cancel();
        }
    }

    boolean running() {
        return flow != null && outcome.get() == null;
    }
}
