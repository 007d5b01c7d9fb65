package quaywatch.ui.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Navigation;
import quaywatch.view.Busiest;

/**
 * The busiest of one kind. Its lines are made once. It is one stop for Tab; Up and Down go through it, and while somebody is in it or points at
 * it, nobody in it changes place.
 */
final class RankList<T> extends VBox {

    /** So many letters of one width fit beside the figures, whatever the size of the text. */
    private static final int LETTERS = 28;
    private static final int FEW_LETTERS = 15;

    private final Words words;
    private final Navigation navigation;
    private final Kind<T> kind;
    private boolean narrow;
    private Busiest<T> newest = new Busiest<>(List.of(), 0, 0);
    private List<Busiest.Share<T>> shown = List.of();
    private final List<RankLine<T>> lines = new ArrayList<>();
    private final Label nothing;
    private final ContextMenu menu = new ContextMenu();

    /**
     * What it lists.
     *
     * @param id     of the list; its lines have it too, with their rank
     * @param title  its head
     * @param most   how many of them it shows
     * @param even   whether the names are in letters of one width, so that it is known which of them fit
     * @param face   how one of them is shown
     * @param terms  what the query asks for its connections with
     */
    record Kind<T>(String id, String title, int most, boolean even, Function<T, RankLine.Face> face, Function<T, List<String>> terms) {}

    RankList(Kind<T> kind, Words words, Navigation navigation) {
        this.kind = kind;
        this.words = words;
        this.navigation = navigation;
        setId(kind.id());
        getStyleClass().add("rank-list");
        if (kind.even()) {
            getStyleClass().add("rank-mono");
        }
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(kind.title());
        HBox head = new HBox(Controls.label(kind.title(), "section-head"), Controls.spacer(), key("in", words.get("ui.chart.series.in")),
                key("out", words.get("ui.chart.series.out")));
        head.getStyleClass().add("rank-head");
        head.setAlignment(Pos.CENTER_LEFT);
        nothing = Controls.label(words.get("ui.activity.nothing"), "secondary");
        getChildren().addAll(head, nothing);
        for (int i = 0; i < kind.most(); i++) {
            lines.add(line(i));
        }
        getChildren().addAll(lines);
        menu.setId("rank-menu");
        hoverProperty().addListener((_, _, _) -> show(newest));
        focusWithinProperty().addListener((_, _, _) -> show(newest));
        stopAt(lines.getFirst());
    }

    private RankLine<T> line(int rank) {
        RankLine<T> line = new RankLine<>(kind.id() + "-" + rank, words, this::go);
        line.focusedProperty().subscribe(focused -> {
            if (focused) {
                stopAt(line);
            }
        });
        line.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(line, event));
        line.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            open(line, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        return line;
    }

    private static HBox key(String direction, String word) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("rank-swatch", direction);
        HBox key = new HBox(swatch, Controls.label(word, "rank-key"));
        key.getStyleClass().addAll("rank-figure", "gap-5");
        key.setAlignment(Pos.CENTER_RIGHT);
        return key;
    }

    void setNarrow(boolean on) {
        if (narrow != on) {
            narrow = on;
            show(newest);
        }
    }

    void show(Busiest<T> busiest) {
        newest = busiest;
        int room = narrow ? kind.most() - 1 : kind.most();
        boolean held = (isHover() || isFocusWithin()) && !shown.isEmpty();
        shown = (held ? Held.inPlace(shown, busiest.ranked()) : busiest.ranked()).stream().limit(room).toList();
        int letters = !kind.even() ? Integer.MAX_VALUE : narrow ? FEW_LETTERS : LETTERS;
        double longest = shown.stream().mapToDouble(Busiest.Share::total).max().orElse(1);
        for (int i = 0; i < lines.size(); i++) {
            Controls.show(lines.get(i), i < shown.size());
            if (i < shown.size()) {
                Busiest.Share<T> share = shown.get(i);
                lines.get(i).show(new RankLine.Shown<>(share, kind.face().apply(share.of()), longest == 0 ? 1 : longest, narrow, letters));
            }
        }
        Controls.show(nothing, shown.isEmpty());
        if (lines.stream().limit(shown.size()).noneMatch(Node::isFocusTraversable)) {
            stopAt(lines.getFirst());
        }
    }

    // ---- keys and menu

    /** Tab comes back to where it left. */
    private void stopAt(RankLine<T> line) {
        lines.forEach(each -> each.setFocusTraversable(each == line));
    }

    private void pressed(RankLine<T> line, KeyEvent event) {
        if (Key.RANK_NEXT.matches(event) || Key.RANK_PREVIOUS.matches(event)) {
            int to = lines.indexOf(line) + (Key.RANK_NEXT.matches(event) ? 1 : -1);
            if (to >= 0 && to < shown.size()) {
                lines.get(to).requestFocus();
            }
        } else if (Key.RANK_SHOW.matches(event)) {
            line.fire();
        } else if (Key.RANK_COPY.matches(event)) {
            navigation.copy(line.copied());
        } else if (Key.MENU.matches(event)) {
            Bounds at = line.localToScreen(line.getBoundsInLocal());
            open(line, at.getMinX() + 8, at.getMaxY());
        } else {
            return;
        }
        event.consume();
    }

    private void go(T one) {
        navigation.showConnections(kind.terms().apply(one));
    }

    private void open(RankLine<T> line, double x, double y) {
        menu.hide();
        menu.getItems().setAll(
                Controls.menuItem("rank-show", MaterialDesignS.SWAP_HORIZONTAL, words.get("ui.activity.rank.show"), Key.RANK_SHOW,
                        line::fire),
                Controls.menuItem("rank-copy", MaterialDesignC.CONTENT_COPY, words.get("ui.menu.copyrow"), Key.RANK_COPY,
                        () -> navigation.copy(line.copied())),
                Controls.menuItem("rank-copy-all", MaterialDesignC.CONTENT_COPY, words.get("ui.menu.copyall"), null,
                        () -> navigation.copy(copied())));
        menu.show(line, x, y);
    }

    private String copied() {
        return lines.stream().filter(Node::isVisible).map(RankLine::copied).collect(Collectors.joining("\n"));
    }
}
