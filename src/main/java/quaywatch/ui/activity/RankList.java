package quaywatch.ui.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

import quaywatch.text.Quantity;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.view.Busiest;

/** The busiest of one kind, each with what it received and sent and a bar of both. Its lines are made once. */
final class RankList<T> extends VBox {

    private final Words words;
    private final Function<T, Face> face;
    private final int most;
    private boolean narrow;
    private Busiest<T> shown = new Busiest<>(List.of(), 0, 0);
    private final List<Line> lines = new ArrayList<>();
    private final Label nothing;

    /**
     * How one of them is shown.
     *
     * @param icon    null for none
     * @param detail  what stands behind the name, quieter; may be empty
     */
    record Face(@Nullable Ikon icon, String name, String detail) {}

    /**
     * @param id    of the list; its lines have it too, with their rank
     * @param most  how many of them it shows
     */
    RankList(String id, String title, int most, Words words, Function<T, Face> face) {
        this.words = words;
        this.face = face;
        this.most = most;
        setId(id);
        getStyleClass().add("rank-list");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(title);
        HBox head = new HBox(Controls.label(title, "section-head"), Controls.spacer(), key("in", words.get("ui.chart.series.in")),
                key("out", words.get("ui.chart.series.out")));
        head.getStyleClass().add("rank-head");
        head.setAlignment(Pos.CENTER_LEFT);
        nothing = Controls.label(words.get("ui.activity.nothing"), "secondary");
        getChildren().addAll(head, nothing);
        for (int i = 0; i < most; i++) {
            lines.add(new Line(id + "-" + i));
        }
        getChildren().addAll(lines);
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
            show(shown);
        }
    }

    void show(Busiest<T> busiest) {
        shown = busiest;
        int room = narrow ? most - 1 : most;
        List<Busiest.Share<T>> ranked = busiest.ranked();
        double longest = ranked.isEmpty() ? 1 : ranked.getFirst().total();
        for (int i = 0; i < lines.size(); i++) {
            Controls.show(lines.get(i), i < Math.min(room, ranked.size()));
            if (i < Math.min(room, ranked.size())) {
                Busiest.Share<T> share = ranked.get(i);
                lines.get(i).show(face.apply(share.of()), share.in(), share.out(), longest);
            }
        }
        Controls.show(nothing, ranked.isEmpty());
    }

    private final class Line extends VBox {

        private final FontIcon icon = new FontIcon();
        private final Label name = Controls.telling(Controls.label("", "rank-name"));
        private final Label detail = Controls.whole(Controls.label("", "rank-detail"));
        private final Label in = Controls.label("", "rank-figure");
        private final Label out = Controls.label("", "rank-figure");
        private final Bar bar = new Bar();
        private @Nullable Ikon shown;

        Line(String id) {
            setId(id);
            getStyleClass().add("rank-line");
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            icon.getStyleClass().add("rank-icon");
            HBox text = new HBox(icon, name, detail, Controls.spacer(), in, out);
            text.getStyleClass().add("gap-5");
            text.setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(text, bar);
        }

        void show(Face one, double received, double sent, double longest) {
            if (one.icon() != shown) {
                shown = one.icon();
                Controls.show(icon, shown != null);
                if (shown != null) {
                    icon.setIconCode(shown);
                }
            }
            Controls.show(icon, shown != null);
            name.setText(one.name());
            detail.setText(one.detail());
            Controls.show(detail, !narrow && !one.detail().isEmpty());
            in.setText(Quantity.bytes(received));
            out.setText(Quantity.bytes(sent));
            bar.set(received / longest, sent / longest);
            setAccessibleText(words.get("ui.activity.rank", one.name(), one.detail(), in.getText(), out.getText()));
        }
    }

    /** As long as the share of the largest, parted by direction. */
    private static final class Bar extends Pane {

        private final Region received = new Region();
        private final Region sent = new Region();
        private double in;
        private double out;

        Bar() {
            getStyleClass().add("rank-bar");
            received.getStyleClass().addAll("rank-part", "in");
            sent.getStyleClass().addAll("rank-part", "out");
            getChildren().addAll(received, sent);
        }

        void set(double newIn, double newOut) {
            if (in != newIn || out != newOut) {
                in = newIn;
                out = newOut;
                requestLayout();
            }
        }

        @Override
        protected void layoutChildren() {
            double room = getWidth() - 1;
            double first = in == 0 ? 0 : Math.max(2, Math.rint(in * room));
            double second = out == 0 ? 0 : Math.max(2, Math.rint(out * room));
            received.resizeRelocate(0, 0, first, getHeight());
            sent.resizeRelocate(first == 0 ? 0 : first + 1, 0, second, getHeight());
        }
    }
}
