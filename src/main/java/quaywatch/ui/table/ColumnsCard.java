package quaywatch.ui.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

import quaywatch.settings.ColumnChoice;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.kit.Scroll;
import quaywatch.ui.kit.TabRing;
import quaywatch.view.Column;

/** The card that lists all columns of a table: which are shown, in which order, how wide. Arrow keys go from column to column. */
public final class ColumnsCard extends VBox {

    private final ColumnsViewModel model;
    private final Map<String, ColumnLine> lines = new LinkedHashMap<>();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new Scroll(list);

    /**
     * @param close  takes the card away
     * @param extra  what else there is to choose about these columns
     */
    public ColumnsCard(ColumnsViewModel model, Words words, Runnable close, List<? extends Node> extra) {
        this.model = model;
        setId("columns-card");
        setAccessibleText(words.get("ui.columns.title"));
        getStyleClass().addAll("popover-card", "columns-card");
        HBox head = Controls.row(8, Controls.label(words.get("ui.columns.title"), "inspector-title"), Controls.spacer(),
                Controls.iconButton("close-columns", MaterialDesignC.CLOSE, words.get("ui.close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        for (Column column : model.all()) {
            lines.put(column.id(), new ColumnLine(column.id(), words.get(column.fullTitleKey()), model, words));
        }
        list.getStyleClass().add("columns-list");
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("columns-scroll");
        Label hint = Controls.label(words.get("ui.columns.hint"), "secondary");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        Button reset = Controls.button("columns-reset", MaterialDesignR.RESTART, words.get("ui.columns.reset"), model::reset);
        HBox foot = Controls.row(8, Controls.spacer(), reset);
        getChildren().addAll(head, scroll);
        getChildren().addAll(extra);
        getChildren().addAll(hint, foot);
        TabRing.keep(this);
        show();
        model.choices().addListener(_ -> show());
        model.room().addListener(_ -> show());
        model.choices().subscribe(_ -> reset.setDisable(model.isUsual()));
    }

    /** Puts the focus on the first column. */
    public void start() {
        applyCss();
        list.getChildren().stream().limit(1).forEach(first -> focus((ColumnLine) first));
    }

    private void show() {
        List<ColumnLine> order = model.choices().get().stream().map(ColumnChoice::id).map(lines::get).toList();
        ColumnLine focused = order.stream().filter(ColumnLine::isFocusWithin).findFirst().orElse(null);
        order.forEach(ColumnLine::show);
        if (!order.equals(list.getChildren())) {
            list.getChildren().setAll(order);
            if (focused != null) {
                focus(focused);
            }
        }
    }

    private void pressed(KeyEvent event) {
        ColumnLine line = lines.values().stream().filter(ColumnLine::isFocusWithin).findFirst().orElse(null);
        int step = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.LEFT
                ? -1
                : event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (line == null || step == 0) {
            return;
        }
        boolean across = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
        if (Key.COLUMN_NARROWER.matches(event) || Key.COLUMN_WIDER.matches(event)) {
            model.widen(line.column(), step);
        } else if (Key.COLUMN_EARLIER.matches(event) || Key.COLUMN_LATER.matches(event)) {
            model.move(line.column(), step);
        } else if (!across) {
            int at = Math.clamp(list.getChildren().indexOf(line) + (long) step, 0, list.getChildren().size() - 1);
            focus((ColumnLine) list.getChildren().get(at));
        }
        event.consume();
    }

    private void focus(ColumnLine line) {
        line.focus();
        list.layout();
        scroll.layout();
        double hidden = list.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            Bounds at = line.getBoundsInParent();
            double top = scroll.getVvalue() * hidden;
            double least = at.getMaxY() - scroll.getViewportBounds().getHeight();
            scroll.setVvalue(Math.min(at.getMinY(), Math.max(least, top)) / hidden);
        }
    }
}
