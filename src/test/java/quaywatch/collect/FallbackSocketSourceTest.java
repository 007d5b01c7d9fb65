package quaywatch.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import quaywatch.model.SourceReport;
import quaywatch.model.SourceReport.Trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FallbackSocketSourceTest {

    private static final Trouble OWN = new Trouble("udp6", "Permission denied");

    private final List<String> asked = new ArrayList<>();
    private final Turned clock = new Turned();
    private final Fake first = new Fake("first");
    private final Fake second = new Fake("second");
    private final FallbackSocketSource source = new FallbackSocketSource(List.of(first, second), clock);

    /** A clock that is turned by hand. */
    private static final class Turned extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final class Fake implements SocketSource {
        private final String name;
        private boolean broken;
        private boolean closed;

        Fake(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public SocketSample sample() throws SourceException {
            asked.add(name);
            if (broken) {
                throw new SourceException(name + " is broken");
            }
            return new SocketSample(List.of(), new SourceReport(name, Duration.ZERO, 0, 0, true, List.of(OWN)));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void firstThatWorksAnswersAlone() throws Exception {
        assertEquals(List.of(OWN), source.sample().report().troubles());
        assertEquals(List.of("first"), asked);
        assertEquals("first", source.name());
    }

    @Test
    void nextAnswersAndTellsWhyTheFirstDoesNot() throws Exception {
        first.broken = true;
        assertEquals(new SourceReport("second", Duration.ZERO, 0, 0, true, List.of(new Trouble("first", "first is broken"), OWN)),
                source.sample().report());
        assertEquals("second", source.name());
    }

    @Test
    void failedSourceIsAskedAgainOnlyAfterAWhile() throws Exception {
        first.broken = true;
        source.sample();
        clock.now = clock.now.plusSeconds(29);
        source.sample();
        assertEquals(List.of("first", "second", "second"), asked);
        first.broken = false;
        clock.now = clock.now.plusSeconds(1);
        assertEquals(List.of(OWN), source.sample().report().troubles());
        assertEquals("first", source.name());
    }

    @Test
    void failedSourceIsAskedAgainWhereTheClockWasSetBack() throws Exception {
        first.broken = true;
        source.sample();
        first.broken = false;
        clock.now = clock.now.minus(Duration.ofHours(1));
        source.sample();
        assertEquals("first", source.name());
    }

    @Test
    void nobodyAnsweringIsOneErrorWithAllReasons() {
        first.broken = true;
        second.broken = true;
        assertEquals("first is broken; second is broken", assertThrows(SourceException.class, source::sample).getMessage());
        assertEquals("first is broken; second is broken", assertThrows(SourceException.class, source::sample).getMessage());
        assertEquals(List.of("first", "second"), asked);
    }

    @Test
    void allAreClosed() {
        source.close();
        assertEquals(List.of(true, true), List.of(first.closed, second.closed));
    }

    @Test
    void emptyListIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FallbackSocketSource(List.of(), clock));
    }
}
