package quaywatch.app;

import java.util.ArrayList;
import java.util.List;

import com.sun.glass.ui.Timer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import quaywatch.ui.UiTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The toolkit asks again and again, as its other platforms let it; what it drives is started and stopped once for each. */
@UiTest
class FrameClockUiTest {

    private final List<String> asked = new ArrayList<>();
    private final FrameClock clock = new FrameClock(new Plain(asked), 16);

    @BeforeEach
    void start() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> clock.start(16));
    }

    @Test
    void startsWhatItDrives() {
        assertEquals(List.of("start 16"), asked);
    }

    @Test
    void stopsOnceHoweverOftenItIsAskedToPause() {
        clock.pause();
        clock.pause();
        assertEquals(List.of("start 16", "stop"), asked);
    }

    @Test
    void goesOnOnceAfterAPause() {
        clock.resume();
        clock.pause();
        WaitForAsyncUtils.waitForAsyncFx(5_000, clock::resume);
        WaitForAsyncUtils.waitForAsyncFx(5_000, clock::resume);
        assertEquals(List.of("start 16", "stop", "start 16"), asked);
    }

    @Test
    void aStoppedClockStaysStopped() {
        clock.stop();
        clock.resume();
        assertEquals(List.of("start 16", "stop"), asked);
    }

    /** Rings never, and can't pause, as the one of GTK. */
    private static final class Plain extends Timer {

        private final List<String> asked;

        Plain(List<String> asked) {
            super(() -> {});
            this.asked = asked;
        }

        @Override
        protected long _start(Runnable runnable) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected long _start(Runnable runnable, int period) {
            asked.add("start " + period);
            return 1;
        }

        @Override
        protected void _stop(long timer) {
            asked.add("stop");
        }

        @Override
        protected void _pause(long timer) {}

        @Override
        protected void _resume(long timer) {}
    }
}
