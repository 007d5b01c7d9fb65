package quaywatch.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.view.GroupLine;
import quaywatch.view.Grouping;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;
import quaywatch.view.Sort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is in sight stays in sight, to the pixel, whatever happens above and below it. */
@UiTest
class ScrollAnchorUiTest {

    private static final int TICKS = 50;
    private static final double NEAR = 0.01;

    private final Random random = new Random(17);
    private MadeUpWindow made;

    /** The first line in sight, and how far its top is from the top of the rows. */
    private record Sight(Object key, double top) {}

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    @Test
    void theFirstRowInSightStaysOverFiftyTicks() {
        made.tick(churned());
        Sight at = scrollTo(150, 7);
        for (int tick = 1; tick <= TICKS; tick++) {
            made.pass(Duration.ofSeconds(1));
            made.tick(churned());
            assertSight(at, "tick " + tick);
            assertNumbersFit();
        }
    }

    @Test
    void itStaysInAnotherOrderAndBehindAFilter() {
        made.tick(churned());
        Sight at = scrollTo(150, 7);
        made.run(() -> made.model().ports().sort().set(new Sort("port", true)));
        assertSight(at, "the other way round");
        made.run(() -> made.model().header().filters().typed().set("port:2000-3800"));
        assertSight(at, "fewer rows before it");
        made.run(() -> made.model().header().filters().typed().set(""));
        assertSight(at, "all again");
    }

    @Test
    void whereItClosesTheNextOneStays() {
        List<Row> rows = churned();
        made.tick(rows);
        Sight at = scrollTo(150, 7);
        int second = made.onFx(() -> made.model().ports().place(at.key)) + 1;
        Object next = made.onFx(() -> made.table().getItems().get(second).key());
        double top = made.onFx(() -> made.row(second).getLayoutY());
        rows.removeIf(row -> row.socket().key().equals(at.key));
        rows.removeFirst();
        made.tick(rows);
        int place = made.onFx(() -> made.model().ports().place(next));
        assertEquals(top, made.onFx(() -> made.row(place).getLayoutY()), NEAR);
    }

    @Test
    void whatIsAtTheTopStaysAtTheTop() {
        made.tick(churned());
        List<Row> rows = new ArrayList<>(List.of(listener(10).row()));
        rows.addAll(churned());
        made.tick(rows);
        assertEquals("10", made.cell(0, "port").getText());
    }

    @Test
    void aTableNeverLooksBeyondItsEnd() {
        Logger toolkit = Logger.getLogger("javafx.scene.control");
        List<String> said = new ArrayList<>();
        // Called for each entry; nothing is passed on, so that all of them are heard here alone.
        toolkit.setFilter(entry -> !said.add(entry.getMessage()));
        made.tick(ports(3_000));
        made.run(() -> made.table().scrollTo(2_999));
        made.tick(ports(2_000));
        assertEquals("3999", lastPort(), "nothing that was in sight is left");
        made.run(() -> made.table().scrollTo(1_500));
        made.tick(ports(1_502));
        assertEquals("3501", lastPort(), "nothing below is left");
        made.run(() -> made.model().header().filters().typed().set("port:2000-3100"));
        assertEquals("3100", lastPort(), "behind a filter");
        toolkit.setFilter(null);
        assertEquals(List.of(), said);
    }

    private String lastPort() {
        return made.onFx(() -> {
            int last = made.table().getItems().size() - 1;
            assertEquals(last, flow().getLastVisibleCell().getIndex());
            assertEquals(flow().getHeight(), flow().getLastVisibleCell().getBoundsInParent().getMaxY(), 1);
            return Integer.toString(((SocketLine) made.table().getItems().get(last)).socket().local().port());
        });
    }

    private static List<Row> ports(int count) {
        return IntStream.range(0, count).mapToObj(port -> listener(2_000 + port).row()).toList();
    }

    @Test
    void foldedGroupsStayFoldedAndTheHeadInSightStays() {
        made.run(() -> made.model().ports().grouping().set(Grouping.PROCESS));
        made.tick(churned());
        String folded = made.onFx(() -> made.table().getItems().stream().filter(GroupLine.class::isInstance)
                .map(line -> ((GroupLine) line)).skip(1).findFirst().orElseThrow().key());
        made.run(() -> made.model().ports().collapsed().set(Set.of(folded)));
        Sight at = scrollTo(120, 5);
        List<Boolean> open = expansion();
        for (int tick = 1; tick <= TICKS; tick++) {
            made.pass(Duration.ofSeconds(1));
            made.tick(churned());
            assertSight(at, "tick " + tick);
            assertEquals(open, expansion(), "tick " + tick);
        }
    }

    private List<Boolean> expansion() {
        return made.onFx(() -> made.table().getItems().stream().filter(GroupLine.class::isInstance)
                .map(line -> ((GroupLine) line).expanded()).toList());
    }

    /** Scrolls so that so many pixels of a row are hidden: the first from this one on that is always there. */
    private Sight scrollTo(int from, double hidden) {
        int row = made.onFx(() -> IntStream.range(from, made.table().getItems().size()).filter(
                place -> made.table().getItems().get(place) instanceof SocketLine line && line.socket().local().port() % 50 == 0)
                .findFirst().orElseThrow());
        made.run(() -> made.table().scrollTo(row));
        made.run(() -> flow().scrollPixels(hidden));
        Sight sight = sight();
        assertEquals(-hidden, sight.top, NEAR, "scrolled");
        return sight;
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) made.table().lookup(".virtual-flow");
    }

    private Sight sight() {
        return made.onFx(() -> {
            IndexedCell<?> row = flow().getFirstVisibleCell();
            return new Sight(((Line) row.getItem()).key(), row.getLayoutY());
        });
    }

    private void assertSight(Sight expected, String when) {
        int place = made.onFx(() -> made.model().ports().place(expected.key));
        assertTrue(place >= 0, when);
        assertEquals(expected.top, made.onFx(() -> made.row(place).getLayoutY()), NEAR, when);
    }

    /** Rows and their cells show the line of their number. */
    private void assertNumbersFit() {
        made.onFx(() -> {
            for (int i = flow().getFirstVisibleCell().getIndex(); i <= flow().getLastVisibleCell().getIndex(); i++) {
                IndexedCell<?> row = flow().getVisibleCell(i);
                assertEquals(made.table().getItems().get(i), row.getItem());
                for (Node node : row.getChildrenUnmodifiable()) {
                    IndexedCell<?> cell = (IndexedCell<?>) node;
                    assertEquals(i, cell.getIndex());
                    assertEquals(row.getItem(), cell.getItem());
                }
            }
            return true;
        });
    }

    /** Every fifth is always there, of the others half. */
    private List<Row> churned() {
        List<Row> rows = new ArrayList<>();
        for (int port = 1_000; port < 5_000; port += 10) {
            if (port % 50 == 0 || random.nextBoolean()) {
                rows.add(listener(port).row());
            }
        }
        return rows;
    }

    private static SampleRow listener(int port) {
        return SampleRow.listener("127.0.0.1:" + port).by(1 + port / 500, "p" + port / 500);
    }
}
