package quaywatch.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.util.WaitForAsyncUtils;

/** Fails a test in which an exception reached the end of the FX thread, or of any other thread, uncaught. */
public final class FxExceptions implements BeforeEachCallback, AfterEachCallback {

    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private Thread.@Nullable UncaughtExceptionHandler before;

    @Override
    public void beforeEach(ExtensionContext context) {
        uncaught.clear();
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, exception) -> uncaught.add(exception));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        WaitForAsyncUtils.waitForFxEvents();
        Thread.setDefaultUncaughtExceptionHandler(before);
        if (!uncaught.isEmpty()) {
            AssertionError failure = new AssertionError("uncaught: " + uncaught.getFirst(), uncaught.getFirst());
            uncaught.stream().skip(1).forEach(failure::addSuppressed);
            throw failure;
        }
    }
}
