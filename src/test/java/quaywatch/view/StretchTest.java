package quaywatch.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;
import quaywatch.query.Here;
import quaywatch.query.Parsed;
import quaywatch.query.Query;
import quaywatch.query.QueryParser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class StretchTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final QueryParser parser = new QueryParser(
            new Here(ServiceNames.parse(List.of()), new PortRange(32_768, 60_999), null,
                    Clock.fixed(NOON.plusSeconds(3_600), ZoneOffset.UTC)));

    /** What a brush puts into the query is what the query tells the brush. */
    @Test
    void comesBackFromTheQueryAsItWentIn() {
        for (int seconds = 1; seconds < 4_000; seconds += 37) {
            Stretch stretch = Stretch.between(NOON.minusMillis(123), NOON.plusSeconds(seconds - 2));
            assertEquals(Optional.of(stretch), Stretch.of(query("port:80 time:" + stretch.text(ZoneOffset.UTC))));
        }
    }

    @Test
    void hasWholeSecondsWhicheverWayItWasDragged() {
        Stretch expected = new Stretch(NOON, NOON.plusSeconds(46));
        assertEquals(expected, Stretch.between(NOON.plusMillis(900), NOON.plusMillis(45_100)));
        assertEquals(expected, Stretch.between(NOON.plusMillis(45_100), NOON.plusMillis(900)));
        assertEquals("12:00:00-12:00:45", expected.text(ZoneOffset.UTC));
        assertEquals(Duration.ofSeconds(45), expected.apart());
        assertEquals(Duration.ofSeconds(1), new Stretch(NOON, NOON.plusSeconds(1)).apart());
    }

    @Test
    void neverShrinksToNothing() {
        Stretch one = new Stretch(NOON, NOON.plusSeconds(2)).resized(Duration.ofSeconds(-15));
        assertEquals(new Stretch(NOON, NOON.plusSeconds(1)), one);
    }

    @Test
    void isAskedForOnlyWhereEverySocketMustFitIt() {
        assertEquals(Optional.empty(), Stretch.of(query("time:12:00 | port:80")));
        assertEquals(Optional.empty(), Stretch.of(query("!time:12:00")));
        assertEquals(Optional.empty(), Stretch.of(Query.EVERYTHING));
    }

    private Query query(String text) {
        return assertInstanceOf(Parsed.Good.class, parser.parse(text)).query();
    }
}
