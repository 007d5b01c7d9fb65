package quaywatch.ui.activity;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

import quaywatch.text.Quantity;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.LinkRow;
import quaywatch.view.Busiest;
import quaywatch.view.CellText;

/** One of the busiest, with what it received and sent and a bar of both; leads to its connections. */
final class RankLine<T> extends LinkRow<RankLine.Shown<T>> {

    private final Words words;
    private final Consumer<T> go;
    private final FontIcon icon = new FontIcon();
    private final Label name = Controls.shrinking(Controls.label("", "rank-name"));
    private final Label detail = Controls.whole(Controls.label("", "rank-detail"));
    private final Label in = Controls.label("", "rank-figure");
    private final Label out = Controls.label("", "rank-figure");
    private final HBox figures = new HBox(in, out);
    private final HBox text = new HBox();
    private final VBox content;
    private final Bar bar = new Bar();
    private @Nullable Ikon drawn;
    private boolean tall;

    /**
     * How one of them is shown.
     *
     * @param icon    null for none
     * @param detail  what stands behind the name, quieter; may be empty
     */
    record Face(@Nullable Ikon icon, String name, String detail) {}

    /**
     * What a line shows.
     *
     * @param longest  bytes that the bar would be full with
     * @param narrow   whether the detail is left out
     * @param room     letters that there is room for beside the figures
     */
    record Shown<T>(Busiest.Share<T> share, Face face, double longest, boolean narrow, int room) {

        /** Name, detail, received and sent, to be pasted into a table. */
        String copied() {
            return String.join("\t", CellText.safe(face.name()), CellText.safe(face.detail()), Quantity.bytes(share.in()),
                    Quantity.bytes(share.out()));
        }
    }

    RankLine(String id, Words words, Consumer<T> go) {
        this(id, words, go, new VBox());
    }

    private RankLine(String id, Words words, Consumer<T> go, VBox content) {
        super(id, content);
        this.words = words;
        this.go = go;
        this.content = content;
        getStyleClass().setAll("rank-line");
        icon.getStyleClass().add("rank-icon");
        List.of(text, figures).forEach(row -> {
            row.getStyleClass().add("gap-5");
            row.setAlignment(Pos.CENTER_LEFT);
        });
        content.getStyleClass().add("rank-content");
        text.getChildren().addAll(icon, name, detail, Controls.spacer(), figures);
        content.getChildren().addAll(text, bar);
        HBox.setHgrow(content, Priority.ALWAYS);
    }

    /** A name that is too long to stand beside the figures has a row of its own. */
    private void setTall(boolean on) {
        if (tall != on) {
            tall = on;
            text.getChildren().remove(figures);
            content.getChildren().remove(figures);
            if (on) {
                content.getChildren().add(1, figures);
            } else {
                text.getChildren().add(figures);
            }
            figures.setAlignment(on ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }
    }

    @Override
    protected String fill(Shown<T> one) {
        Face face = one.face();
        Controls.show(icon, face.icon() != null);
        if (face.icon() != null && face.icon() != drawn) {
            drawn = face.icon();
            icon.setIconCode(face.icon());
        }
        name.setText(face.name());
        detail.setText(face.detail());
        setTall(face.name().length() > one.room());
        Controls.show(detail, !one.narrow() && !face.detail().isEmpty() && face.name().length() + face.detail().length() <= one.room());
        in.setText(Quantity.bytes(one.share().in()));
        out.setText(Quantity.bytes(one.share().out()));
        bar.set(one.share().in() / one.longest(), one.share().out() / one.longest());
        return words.get("ui.activity.rank", face.name(), face.detail(), in.getText(), out.getText());
    }

    @Override
    protected void go(Shown<T> one) {
        go.accept(one.share().of());
    }

    /** What it shows, as text; empty before the first. */
    String copied() {
        return shown().map(Shown::copied).orElse("");
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
