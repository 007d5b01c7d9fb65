package quaywatch.ui;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import quaywatch.model.Exposure;
import quaywatch.model.Protocol;
import quaywatch.model.SampleRow;
import quaywatch.model.SocketState;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a colour says stands beside it as a word and an icon, or as a sign that is named. */
@UiTest
class BesideColourUiTest {

    private MadeUpWindow made;

    @Start
    void open(Stage stage) {
        made = new MadeUpWindow(stage);
    }

    @Stop
    void close() {
        made.close();
    }

    @Test
    void everyStateIsAWordAndAnIcon() {
        made.run(() -> {
            made.model().screen().set(Screen.CONNECTIONS);
            made.model().table().grouping().set(Grouping.NONE);
        });
        List<SocketState> states = List.copyOf(EnumSet.complementOf(EnumSet.of(SocketState.LISTEN, SocketState.BOUND)));
        List<SampleRow> rows = new ArrayList<>();
        for (SocketState state : states) {
            rows.add(SampleRow.socket(Protocol.TCP, "10.0.0.1:" + (5_000 + rows.size()), "10.0.0.2:443", state).by(9, "curl"));
        }
        made.tick(rows.toArray(SampleRow[]::new));
        Set<String> words = new HashSet<>(made.texts("state"));
        assertEquals(states.size(), words.size());
        for (int row = 0; row < states.size(); row++) {
            assertSaid(made.cell(row, "state"));
        }
    }

    @Test
    void everyExposureIsAWordAndAnIconOfItsOwn() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(1, "a"), SampleRow.listener("192.168.1.2:81").by(1, "a"),
                SampleRow.listener("0.0.0.0:82").by(1, "a"), SampleRow.listener("0.0.0.0:83").namespace(7).by(1, "a"));
        assertEquals(Exposure.values().length, Set.copyOf(made.texts("exposure")).size());
        Set<String> icons = new HashSet<>();
        for (int row = 0; row < Exposure.values().length; row++) {
            icons.add(assertSaid(made.cell(row, "exposure")));
            assertSaid(made.cell(row, "state"));
        }
        assertEquals(Exposure.values().length, icons.size());
    }

    @Test
    void everyMarkIsASignOfItsOwnWithAName() {
        made.tick(SampleRow.listener("127.0.0.1:80").by(7, "a").seen(made.now(), false),
                SampleRow.listener("127.0.0.1:81").by(7, "a").seen(made.now().minusSeconds(60), true).changed(SocketState.BOUND,
                        made.now()),
                SampleRow.listener("127.0.0.1:82").by(7, "a").seen(made.now().minusSeconds(60), true).closed(made.now()));
        Set<String> signs = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int row = 0; row < 3; row++) {
            TableCell<?, ?> cell = made.cell(row, "mark");
            signs.add(icon(cell));
            names.add(cell.getAccessibleText());
        }
        assertEquals(3, signs.size());
        assertEquals(Set.of("new", "changed", "closed"), names);
    }

    /** The icon, once it is sure that there is a word too. */
    private String assertSaid(TableCell<?, ?> cell) {
        String word = made.onFx(cell::getText);
        assertTrue(word != null && !word.isBlank(), "a word");
        return icon(cell);
    }

    private String icon(TableCell<?, ?> cell) {
        return made.onFx(() -> Walk.visible(cell, _ -> false).filter(FontIcon.class::isInstance).map(Node.class::cast)
                .map(node -> ((FontIcon) node).getIconLiteral()).findFirst().orElseThrow(() -> new AssertionError("no icon")));
    }
}
