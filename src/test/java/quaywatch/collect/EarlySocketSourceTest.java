package quaywatch.collect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import quaywatch.model.SourceReport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A first look that is taken before it is asked for. */
class EarlySocketSourceTest {

    private static final SourceReport REPORT = new SourceReport("made", Duration.ZERO, 0, 0, true, List.of());

    private final List<String> calls = new ArrayList<>();
    private final List<Runnable> put = new ArrayList<>();

    /** Notes what is asked of it; fails as often as it is told to. */
    private final class Made implements SocketSource {

        private final List<SocketSample> given = new ArrayList<>();
        private int failures;

        @Override
        public String name() {
            return "made";
        }

        @Override
        public SocketSample sample() throws SourceException {
            calls.add("sample");
            if (failures-- > 0) {
                throw new SourceException("no such table");
            }
            given.add(new SocketSample(List.of(), REPORT, false));
            return given.getLast();
        }

        @Override
        public SocketSample sample(Duration budget) throws SourceException {
            calls.add(budget.toString());
            return sample();
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }

    private static EarlySocketSource early(Supplier<SocketSource> maker, Executor beside) {
        return new EarlySocketSource(maker, beside);
    }

    @Test
    void theFirstLookIsTakenOnceAndGivenToWhoAsksFirst() throws Exception {
        Made made = new Made();
        EarlySocketSource source = early(() -> made, put::add);
        assertEquals(List.of(), calls);
        put.forEach(Runnable::run);
        assertEquals(List.of("sample"), calls);
        assertSame(made.given.getFirst(), source.sample(Duration.ofSeconds(1)));
        assertEquals(List.of("sample"), calls);
        assertSame(source.sample(Duration.ofSeconds(2)), made.given.getLast());
        assertEquals(List.of("sample", "PT2S", "sample"), calls);
    }

    @Test
    void whoAsksWhileItIsUnderWayWaits() throws Exception {
        Made made = new Made();
        EarlySocketSource source = early(() -> made, task -> Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            task.run();
        }));
        assertSame(source.sample(), made.given.getFirst());
    }

    @Test
    void aFirstLookThatFailsIsToldAsSuchAndTheNextIsTakenAnew() throws Exception {
        Made made = new Made();
        made.failures = 1;
        EarlySocketSource source = early(() -> made, Runnable::run);
        SourceException failure = assertThrows(SourceException.class, source::sample);
        assertEquals("no such table", failure.getMessage());
        assertTrue(source.sample().report().complete());
    }

    @Test
    void aSourceThatCanNotBeMadeIsToldToWhoeverAsks() {
        EarlySocketSource source = early(() -> {
            throw new IllegalArgumentException("no way in");
        }, Runnable::run);
        assertTrue(assertThrows(IllegalStateException.class, source::sample).toString().contains("no way in"));
        assertTrue(assertThrows(IllegalStateException.class, source::name).toString().contains("no way in"));
    }

    @Test
    void nameAndCloseAreThoseOfTheSource() {
        EarlySocketSource source = early(Made::new, Runnable::run);
        assertEquals("made", source.name());
        source.close();
        assertEquals(List.of("sample", "close"), calls);
    }
}
