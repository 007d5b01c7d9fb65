package quaywatch.ui.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** Runs work on the FX thread: at once when already there, else after what is already waiting. */
public final class FxThread implements Executor {

    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    /** Fails loudly where FX nodes are touched from another thread. */
    public static void check() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("not on the FX thread: " + Thread.currentThread().getName());
        }
    }
}
