package quaywatch.ui;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessId;

/** Asks what is only read of the process that somebody looks at: at once, then with every few looks. One question at a time; FX thread only. */
public final class InspectedProcess {

    /** With so many looks it is asked once. */
    private static final int EVERY = 3;

    private final MainViewModel model;
    private final Function<ProcessId, Optional<ProcessDetail>> source;
    private final Executor background;
    private final Executor fx;
    private boolean asking;
    private int looks;

    private InspectedProcess(MainViewModel model, Function<ProcessId, Optional<ProcessDetail>> source, Executor background, Executor fx) {
        this.model = model;
        this.source = source;
        this.background = background;
        this.fx = fx;
    }

    /**
     * Tells the model from now on.
     *
     * @param source      may take its time
     * @param background  where it is asked
     * @param fx          the way to the FX thread
     */
    public static void follow(MainViewModel model, Function<ProcessId, Optional<ProcessDetail>> source, Executor background,
            Executor fx) {
        InspectedProcess inspected = new InspectedProcess(model, source, background, fx);
        model.inspected().subscribe(_ -> inspected.ask());
        model.arrived().subscribe(_ -> inspected.look());
    }

    private void look() {
        if (++looks % EVERY == 0) {
            ask();
        }
    }

    private void ask() {
        ProcessId process = model.inspected().get();
        if (process != null && !asking) {
            asking = true;
            try {
                background.execute(() -> {
                    @Nullable
                    ProcessDetail detail = find(process);
                    fx.execute(() -> answer(process, detail));
                });
            } catch (RejectedExecutionException _) {
                // The program is ending, and nobody looks any more.
            }
        }
    }

    private @Nullable ProcessDetail find(ProcessId process) {
        try {
            return source.apply(process).orElse(null);
        } catch (RuntimeException _) {
            // Nothing known is what is told then, and the next look asks again.
            return null;
        }
    }

    private void answer(ProcessId process, @Nullable ProcessDetail detail) {
        asking = false;
        if (process.equals(model.inspected().get())) {
            model.detail().set(detail);
        } else {
            ask();
        }
    }
}
