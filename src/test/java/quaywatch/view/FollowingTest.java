package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.model.Evidence;
import quaywatch.model.History;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.model.Socket;
import quaywatch.model.SocketKey;
import quaywatch.model.SocketState;
import quaywatch.query.Parsed;
import quaywatch.query.Query;
import quaywatch.query.QueryParser;
import quaywatch.view.Happening.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;

class FollowingTest {

    private static final Owner NOBODY = new Owner.Unknown(Owner.Reason.NOT_FOUND);
    private static final SampleRow CONNECTION = connection("10.0.0.1:5000", "10.0.0.2:443").cookie(7).inode(70).by(1, "curl");

    private Following following = Following.of(Query.EVERYTHING);
    private Instant now = START;

    private void ask(String text) {
        following = Following.of(((Parsed.Good) new QueryParser(ServiceNames.NONE).parse(text)).query());
    }

    private List<Happening> look(Row... rows) {
        now = now.plusSeconds(1);
        Following.Step step = following.next(new Snapshot(1, now, List.of(rows), History.EMPTY, Snapshot.NONE.report()));
        following = step.following();
        return step.happenings();
    }

    private static Row fromStart(SampleRow row) {
        return row.seen(START, true).row();
    }

    private static Row in(SampleRow row, SocketState state) {
        Socket socket = row.socket();
        return new Row(new Socket(socket.protocol(), socket.family(), socket.local(), socket.remote(), state,
                socket.inode(), socket.cookie(), socket.user(), 0, socket.queues(), null), row.live());
    }

    // ---- one by one

    @Test
    void whatIsThereIsPresentHoldersFirst() {
        Row port = fromStart(listener("0.0.0.0:8080").by(2, "web"));
        Row open = fromStart(CONNECTION);
        assertEquals(List.of(new Happening(Kind.PRESENT, port, null), new Happening(Kind.PRESENT, open, null)), look(open, port));
        assertEquals(List.of(), look(open, port));
    }

    @Test
    void whatComesIsOpenedAndWhatGoesClosed() {
        look();
        Row row = CONNECTION.row();
        assertEquals(List.of(new Happening(Kind.OPENED, row, null)), look(row));
        Row closed = CONNECTION.closed(now).row();
        assertEquals(List.of(new Happening(Kind.CLOSED, closed, row)), look(closed));
        assertEquals(List.of(), look(closed));
        assertEquals(List.of(), look(CONNECTION.tcp(1, 2, 0, 0, START).closed(now).row()));
        assertEquals(List.of(), look());
    }

    @Test
    void otherStateIsAChangeOtherCountersAreASample() {
        Row row = CONNECTION.row();
        look(row);
        Row busy = CONNECTION.rates(5, 6).row();
        assertEquals(List.of(new Happening(Kind.SAMPLE, busy, row)), look(busy));
        Row closing = in(CONNECTION, SocketState.CLOSE_WAIT);
        assertEquals(List.of(new Happening(Kind.CHANGED, closing, busy)), look(closing));
    }

    @Test
    void standInWithAnotherCookieIsTheSameConnection() {
        Row row = CONNECTION.row();
        look(row);
        Row standIn = in(CONNECTION.cookie(8).inode(0), SocketState.TIME_WAIT);
        assertEquals(List.of(new Happening(Kind.CHANGED, standIn, row)), look(standIn));
        Row closed = new Row(standIn.socket(), standIn.live().withClosed(now));
        assertEquals(List.of(new Happening(Kind.CLOSED, closed, standIn)), look(closed));
    }

    @Test
    void anotherConnectionUnderTheSameKeyIsAnother() {
        Row row = connection("10.0.0.1:5000", "10.0.0.2:443").by(1, "curl").row();
        look(row);
        Row other = new Row(row.socket(), Live.first(row.live().owner(), Evidence.EXACT, START.plusSeconds(60), false));
        assertEquals(List.of("CLOSED", "OPENED"), kinds(look(other)));
    }

    @Test
    void whatIsMissingWithoutAWordIsClosed() {
        Row row = CONNECTION.row();
        look(row);
        assertEquals(List.of(new Happening(Kind.CLOSED, CONNECTION.closed(now.plusSeconds(1)).row(), row)), look());
    }

    @Test
    void newSocketWaitsOneLookForItsOwner() {
        Row open = CONNECTION.by(NOBODY, Evidence.RESOLVING).row();
        assertEquals(List.of(), look(open));
        Row known = CONNECTION.row();
        assertEquals(List.of(new Happening(Kind.OPENED, known, null)), look(known));
    }

    @Test
    void itWaitsNoLongerAndItsOwnerIsNoChangeThen() {
        Row open = CONNECTION.by(NOBODY, Evidence.RESOLVING).row();
        look(open);
        assertEquals(List.of(new Happening(Kind.OPENED, open, null)), look(open));
        assertEquals(List.of("SAMPLE"), kinds(look(CONNECTION.row())));
    }

    @Test
    void whatGoesWhileItWaitsIsToldAsOpenedAndClosed() {
        Row open = CONNECTION.by(NOBODY, Evidence.RESOLVING).row();
        Row other = listener("0.0.0.0:1").row();
        look(open, other);
        Row closed = new Row(open.socket(), open.live().withClosed(now));
        assertEquals(List.of(new Happening(Kind.OPENED, open, null), new Happening(Kind.CLOSED, closed, open)), look(closed, other));
    }

    @Test
    void ownerChangesWhenAnotherProcessComesFirst() {
        SampleRow port = listener("0.0.0.0:80").cookie(1);
        look(port.by(5, "web").row());
        assertEquals(List.of("SAMPLE"), kinds(look(port.by(SampleRow.process(5, "renamed", "x", null)).row())));
        assertEquals(List.of("SAMPLE"), kinds(look(port.by(SampleRow.process(5, "web", "", null),
                SampleRow.process(6, "web", "", null)).row())));
        assertEquals(List.of("CHANGED"), kinds(look(port.by(6, "web").row())));
        assertEquals(List.of("SAMPLE"), kinds(look(port.by(port.by(6, "web").live().owner(), new Evidence.Inferred(1)).row())));
        assertEquals(List.of("CHANGED"), kinds(look(port.by(new Owner.Kernel(), Evidence.EXACT).row())));
    }

    @Test
    void whatBeginsOrCeasesToMatchIsTold() {
        ask("state:established");
        Row request = in(CONNECTION, SocketState.SYN_SENT);
        assertEquals(List.of(), look(request));
        Row row = CONNECTION.row();
        assertEquals(List.of(new Happening(Kind.ENTERED, row, request)), look(row));
        Row closing = in(CONNECTION, SocketState.FIN_WAIT2);
        assertEquals(List.of(new Happening(Kind.LEFT, closing, row)), look(closing));
        assertEquals(List.of(), look(new Row(closing.socket(), closing.live().withClosed(now))));
    }

    @Test
    void timeAloneCanMakeASocketMatch() {
        ask("age>2s");
        Row row = listener("0.0.0.0:80").row();
        assertEquals(List.of(), look(row));
        assertEquals(List.of(), look(row));
        assertEquals(List.of(new Happening(Kind.ENTERED, row, row)), look(row));
    }

    @Test
    void whoeverAsksForWhatIsClosedIsToldWhenItCloses() {
        ask("is:closed");
        look(CONNECTION.row());
        assertEquals(List.of("CLOSED"), kinds(look(CONNECTION.closed(now).row())));
        assertEquals(List.of(), look(CONNECTION.closed(now).row()));
    }

    @Test
    void whoeverTakesOverAPortIsToldAfterWhoLeftIt() {
        look(listener("0.0.0.0:80").cookie(1).by(5, "old").row());
        assertEquals(List.of("CLOSED", "OPENED"),
                kinds(look(listener("0.0.0.0:80").cookie(2).by(6, "new").row(),
                        listener("0.0.0.0:80").cookie(1).by(5, "old").closed(now).row())));
    }

    private static List<String> kinds(List<Happening> happenings) {
        return happenings.stream().map(it -> it.kind().name()).toList();
    }

    // ---- any story

    @ParameterizedTest
    @ValueSource(strings = {"", "state:established", "process:p1", "lport:5000-5004", "rate>500"})
    void whoeverTakesInEverythingHasWhatMatches(String text) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            ask(text);
            Story story = new Story(random);
            Map<SocketKey, Row> known = new HashMap<>();
            Query query = ((Parsed.Good) new QueryParser(ServiceNames.NONE).parse(text)).query();
            List<Row> before = List.of();
            for (int i = 0; i < 40; i++) {
                List<Row> rows = story.next();
                List<Happening> told = look(rows.toArray(Row[]::new));
                told.forEach(happening -> take(happening, known));
                assertEquals(open(rows, query, story), known, "seed " + seed + ", look " + i);
                assertUntouchedAreNotTold(told, before);
                before = rows;
            }
        }
    }

    private static void take(Happening happening, Map<SocketKey, Row> known) {
        Row before = happening.before();
        if (before != null && happening.kind() != Kind.ENTERED) {
            assertSame(before, known.remove(before.socket().key()), happening::toString);
        }
        switch (happening.kind()) {
            case CLOSED, LEFT -> assertTrue(before != null, happening::toString);
            case CHANGED, ENTERED, OPENED, PRESENT, SAMPLE -> assertEquals(null,
                    known.put(happening.row().socket().key(), happening.row()), happening::toString);
        }
    }

    private Map<SocketKey, Row> open(List<Row> rows, Query query, Story story) {
        return rows.stream().filter(row -> !row.isClosed() && query.matches(row, now) && !story.waits(row))
                .collect(Collectors.toMap(row -> row.socket().key(), row -> row));
    }

    /** All but those that have waited for their owner. */
    private static void assertUntouchedAreNotTold(List<Happening> told, List<Row> before) {
        for (Happening happening : told) {
            boolean waited = happening.before() == null && Happening.isResolving(happening.row());
            assertTrue(waited || before.stream().noneMatch(row -> row == happening.row()), happening::toString);
        }
    }

    /** Connections that come, change, pass to others, are replaced by stand-ins and go, as the monitor would show them. */
    private static final class Story {

        private final Random random;
        private final List<Row> rows = new ArrayList<>();
        private Instant now = START;
        private long cookies;
        private int looks;

        Story(Random random) {
            this.random = random;
        }

        /** The rows of the next look. */
        List<Row> next() {
            now = now.plusSeconds(1);
            looks++;
            rows.removeIf(Row::isClosed);
            rows.replaceAll(row -> random.nextInt(3) == 0 ? changed(row) : row);
            if (random.nextInt(8) == 0 && !rows.isEmpty()) {
                rows.remove(random.nextInt(rows.size()));
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                rows.add(fresh());
            }
            return List.copyOf(rows);
        }

        /** Whether it is new and without an owner, and so not told yet. */
        boolean waits(Row row) {
            return Happening.isResolving(row) && row.live().firstSeen().equals(now);
        }

        private Row fresh() {
            cookies++;
            SampleRow row = SampleRow.socket(Protocol.TCP, "10.0.0.1:" + (5_000 + cookies % 10), "10.0.0.2:" + cookies,
                    SocketState.ESTABLISHED).cookie(cookies).inode(cookies).seen(now, looks == 1);
            return owned(row).row();
        }

        private SampleRow owned(SampleRow row) {
            int pid = random.nextInt(3);
            return pid == 0 ? row.by(NOBODY, Evidence.RESOLVING) : row.by(pid, "p" + pid);
        }

        private Row changed(Row row) {
            SampleRow now = new SampleRow(row.socket(), row.live());
            return switch (random.nextInt(6)) {
                case 0 -> now.closed(this.now).row();
                case 1 -> now.by(1 + random.nextInt(2), "p1").row();
                case 2 -> now.rates(random.nextInt(1_000), 1).row();
                case 3 -> in(now.cookie(++cookies).inode(0), SocketState.TIME_WAIT);
                case 4 -> in(now, SocketState.CLOSE_WAIT);
                default -> now.tcp(random.nextInt(9), 9, 0, 20, this.now).row();
            };
        }
    }
}
