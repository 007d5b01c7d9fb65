package quaywatch.bench;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/** Runs a bench of the window: starts JavaFX for it, and ends the JVM after it, as what the toolkit started would keep it alive. */
final class Toolkit {

    private Toolkit() {}

    /** A bench. */
    interface Work {

        void run() throws Exception;
    }

    static void run(Work bench) throws Exception {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        Platform.startup(() -> started.complete(true));
        started.get();
        Platform.setImplicitExit(false);
        bench.run();
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
