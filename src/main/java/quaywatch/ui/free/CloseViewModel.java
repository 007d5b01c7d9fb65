package quaywatch.ui.free;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import quaywatch.control.CloseOutcome;
import quaywatch.control.ConnectionCloser;
import quaywatch.model.Socket;

/** One closing of a connection. No controls; FX thread only. */
final class CloseViewModel {

    private final Socket connection;
    private final ConnectionCloser closer;
    private final Executor background;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<@Nullable CloseOutcome> outcome = new ReadOnlyObjectWrapper<>();
    private boolean started;

    /**
     * @param background  runs what may block, never on the FX thread
     * @param fx          the way back
     */
    CloseViewModel(Socket connection, ConnectionCloser closer, Executor background, Executor fx) {
        this.connection = connection;
        this.closer = closer;
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
                CloseOutcome end = closer.close(connection);
                fx.execute(() -> outcome.set(end));
            });
        }
    }
}
