package quaywatch.ui.free;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import quaywatch.control.CloseOutcome;
import quaywatch.control.ConnectionCloser;
import quaywatch.control.Recorder;
import quaywatch.model.Row;

/** One closing of a connection. No controls; FX thread only. */
final class CloseViewModel {

    private final Row row;
    private final ConnectionCloser closer;
    private final Recorder recorder;
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<@Nullable CloseOutcome> outcome = new ReadOnlyObjectWrapper<>();
    private boolean started;

    /**
     * @param row         of the connection
     * @param recorder    writes down what was done
     * @param background  runs what may block, never on the FX thread
     * @param fx          the way back
     */
    CloseViewModel(Row row, ConnectionCloser closer, Recorder recorder, Executor background, Executor fx) {
        this.row = row;
        this.closer = closer;
        this.recorder = recorder;
        this.background = background;
        this.fx = fx;
    }

    /** How it ended; null before the end. */
    ReadOnlyObjectProperty<@Nullable CloseOutcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** Does it, once. */
    void start() {
        if (!started) {
            started = true;
            background.execute(() -> {
                CloseOutcome end = closer.close(row.socket());
                recorder.closed(row.socket(), row.live().owner(), end);
                fx.execute(() -> outcome.set(end));
            });
        }
    }
}
