package quaywatch.ui.fx;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import quaywatch.model.History;
import quaywatch.model.SampleRow;
import quaywatch.model.Snapshot;
import quaywatch.model.SourceReport;
import quaywatch.ui.nav.Screen;
import quaywatch.view.LineMaker;
import quaywatch.view.Rows;
import quaywatch.view.Scope;
import quaywatch.view.ViewState;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Worker and FX thread are this one: what is offered is done at once. */
class RowsFeedTest {

    private final List<Long> drawn = new ArrayList<>();
    private final LineMaker none = (_, _, _) -> Rows.NONE;
    private final RowsFeed feed = new RowsFeed(Map.of(Screen.PORTS, none), Runnable::run, Runnable::run,
            InstantSource.fixed(SampleRow.START), frame -> drawn.add(frame.snapshot().sequence()));

    @Test
    void nothingIsMadeWhileNobodyCanSeeItAndTheNewestComesAfterwards() {
        feed.request(new Request(Screen.PORTS, ViewState.of(Scope.LISTENING), false, 0));
        feed.snapshot(snapshot(1));
        feed.rest(true);
        feed.snapshot(snapshot(2));
        feed.snapshot(snapshot(3));
        assertEquals(List.of(0L, 1L), drawn);
        feed.rest(false);
        assertEquals(List.of(0L, 1L, 3L), drawn);
    }

    @Test
    void whilePausedTheSameStays() {
        feed.request(new Request(Screen.PORTS, ViewState.of(Scope.LISTENING), false, 0));
        feed.snapshot(snapshot(1));
        feed.pause(true);
        feed.snapshot(snapshot(2));
        feed.renew();
        assertEquals(List.of(0L, 1L, 1L), drawn);
    }

    private static Snapshot snapshot(long sequence) {
        return new Snapshot(sequence, SampleRow.START, List.of(), History.EMPTY,
                new SourceReport("/proc", Duration.ZERO, 0, 0, true, List.of()));
    }
}
