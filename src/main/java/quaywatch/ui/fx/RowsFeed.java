package quaywatch.ui.fx;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Snapshot;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Callers;
import quaywatch.view.Counts;
import quaywatch.view.LineIndex;
import quaywatch.view.LineMaker;
import quaywatch.view.PortMap;
import quaywatch.view.RangeStrip;
import quaywatch.view.Rows;
import quaywatch.view.Stillness;

/**
 * Turns snapshots and requests into frames on one worker, and hands the newest frame to the FX thread.
 * <p>Two inputs, newest wins in both: ticks and typing share this one path. At most one frame is on its way to the FX thread.
 */
public final class RowsFeed {

    private final Map<Screen, LineMaker> viewers;
    private final InstantSource clock;
    private final Latest<Boolean> work;
    private final Latest<Frame> frames;
    private volatile Snapshot snapshot = Snapshot.NONE;
    private volatile @Nullable Request request;
    private volatile boolean paused;
    private volatile boolean resting;
    /** The last frame made; worker only. */
    private @Nullable Frame last;

    /**
     * @param viewers  one for each table; a screen without one gets no lines; used by the worker alone
     * @param worker  runs one task at a time
     * @param fx      the way to the FX thread
     * @param sink    takes each frame on the FX thread
     */
    public RowsFeed(Map<Screen, ? extends LineMaker> viewers, Executor worker, Executor fx, InstantSource clock, Consumer<Frame> sink) {
        this.viewers = Map.copyOf(viewers);
        this.clock = clock;
        this.work = new Latest<>(worker, _ -> make());
        this.frames = new Latest<>(fx, sink);
    }

    /** A new tick; any thread. */
    public void snapshot(Snapshot newest) {
        if (!paused) {
            snapshot = newest;
            if (!resting) {
                work.offer(true);
            }
        }
    }

    /** While nobody can see them no frames are made of ticks; the newest comes when that ends. Any thread. */
    public void rest(boolean on) {
        resting = on;
        if (!on) {
            work.offer(true);
        }
    }

    /** What the viewers know beside snapshots has changed; any thread. */
    public void renew() {
        work.offer(true);
    }

    /** What to show from now on; any thread. */
    public void request(Request newest) {
        request = newest;
        work.offer(true);
    }

    /** While paused, later ticks are not drawn; sampling goes on. */
    public void pause(boolean on) {
        paused = on;
    }

    private void make() {
        Request asked = request;
        Snapshot seen = snapshot;
        if (asked == null) {
            return;
        }
        Instant now = paused ? seen.taken() : clock.instant();
        LineMaker viewer = viewers.get(asked.screen());
        Rows rows = viewer == null ? Rows.NONE : viewer.rows(seen, asked.state(), now);
        Frame before = last;
        int waiting = 0;
        if (asked.held() && before != null && asked.samePlaces(before.request())) {
            Stillness.Held held = Stillness.hold(before.rows().lines(), rows.lines());
            rows = rows.withLines(held.lines());
            waiting = held.waiting();
        }
        Frame frame = frame(asked, seen, now, rows, waiting);
        last = frame;
        frames.offer(frame);
    }

    /** What does not hang on the request is made once for each snapshot: typing asks for many frames of one. */
    private Frame frame(Request asked, Snapshot seen, Instant now, Rows rows, int waiting) {
        Frame before = last;
        LineIndex index = LineIndex.of(rows.lines());
        PortMap map = asked.screen() == Screen.PORT_MAP ? PortMap.of(seen, asked.state(), now) : PortMap.NONE;
        return before != null && before.snapshot() == seen
                ? new Frame(asked, seen, now, rows, index, waiting, before.counts(), before.strip(), map, before.callers())
                : new Frame(asked, seen, now, rows, index, waiting, Counts.of(seen), RangeStrip.of(seen), map, Callers.of(seen));
    }
}
