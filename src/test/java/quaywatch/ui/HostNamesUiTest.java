package quaywatch.ui;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Grouping;
import quaywatch.view.Sort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Names of far hosts: asked for on request, for what is in sight, filled in where the row is. */
@UiTest
class HostNamesUiTest {

    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    @BeforeEach
    void fill() {
        made.hosts().put("10.0.0.1", "one.example");
        made.run(() -> {
            made.model().screen().set(Screen.CONNECTIONS);
            made.model().connections().grouping().set(Grouping.NONE);
            made.model().connections().sort().set(new Sort("lport", false));
        });
    }

    private static List<Row> connections(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> SampleRow.connection("192.168.1.2:" + (40_000 + i), "10.0." + i / 200 + "." + i % 200 + ":443").by(7, "curl")
                        .row())
                .toList();
    }

    @Test
    void nobodyIsAskedUnlessItIsSwitchedOn() {
        made.run(() -> made.model().connections().columns().show("host", true));
        made.tick(connections(2));
        assertEquals(List.of("not known", "not known"), made.texts("host"));
        assertTrue(String.valueOf(made.onFx(() -> made.cell(0, "host").queryAccessibleAttribute(AccessibleAttribute.HELP)))
                .contains("only while"), "told without a pointer too");
        assertTrue(made.tooltip(0, "host").contains("only while"), "why it is not known");
        assertEquals(List.of(), made.hostsAsked());
    }

    @Test
    void namesFillInWithoutATickAndRowsStay() {
        made.tick(connections(2));
        made.run(() -> made.model().hostNames().set(true));
        MadeUpWindow.await("both answers", () -> {
            made.settle();
            return made.texts("host").equals(List.of("one.example", "no name"));
        });
        assertEquals(Set.of("10.0.0.1", "10.0.0.2"), Set.copyOf(made.hostsAsked()));
        assertEquals(List.of("40001", "40002"), made.texts("lport"));
        made.tick(connections(2));
        assertEquals(2, made.hostsAsked().size(), "asked once");
        made.run(() -> made.model().hostNames().set(false));
        assertFalse(made.model().connections().columns().isWanted("host"), "its column goes with it");
        assertEquals(null, made.line(0).host(), "and what was known is forgotten");
    }

    @Test
    void onlyHostsInSightAreAskedFor() {
        made.tick(connections(150));
        made.run(() -> made.model().hostNames().set(true));
        MadeUpWindow.await("the first answers", () -> made.hostsAsked().contains("10.0.0.1"));
        made.settle();
        assertFalse(made.hostsAsked().contains("10.0.0.150"));
        made.run(() -> made.table().scrollTo(149));
        MadeUpWindow.await("the last answer", () -> made.hostsAsked().contains("10.0.0.150"));
        assertFalse(made.hostsAsked().contains("10.0.0.75"), "neither here nor there");
    }

    @Test
    void whatTheInspectorShowsIsAskedForWithoutTheColumn() {
        made.tick(connections(3));
        made.run(() -> {
            made.model().hostNames().set(true);
            made.model().connections().columns().show("host", false);
        });
        int before = made.hostsAsked().size();
        made.hosts().put("10.0.0.9", "nine.example");
        made.tick(List.of(SampleRow.connection("192.168.1.2:41000", "10.0.0.9:443").by(7, "curl").row()));
        assertEquals(before, made.hostsAsked().size());
        made.run(() -> made.model().connections().select(made.line(0)));
        MadeUpWindow.await("its name", () -> {
            made.settle();
            return "nine.example".equals(made.line(0).host());
        });
    }
}
