package quaywatch.ui.history;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

import quaywatch.control.Deed;
import quaywatch.control.Journal.Deeds;
import quaywatch.control.words.DeedWords;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.theme.Icons;
import quaywatch.ui.theme.Sizes;

/** The deeds, the latest first, one line each. */
final class DeedTable {

    private static final double WHEN = 128;
    private static final double PORTS = 136;
    private static final double MEANS = 102;
    private static final double RESULT = 146;
    /** What the deed itself needs at least to be told; else a column leaves. */
    private static final double LEAST = 300;
    private static final double SCROLL_BAR = 11;

    private final TableView<Deed> table = new TableView<>();
    private final ObservableList<Deed> lines = FXCollections.observableArrayList();
    private final TableColumn<Deed, Deed> what;
    private final TableColumn<Deed, Deed> means;
    private final HistoryViewModel model;
    private final ObservableValue<Sizes> sizes;
    private boolean following;

    /**
     * @param when  a moment in words
     * @param copy  takes the command of the selected deed along
     */
    DeedTable(HistoryViewModel model, Words words, Function<Deed, String> when, ObservableValue<Sizes> sizes, Runnable copy) {
        this.model = model;
        this.sizes = sizes;
        DeedWords deeds = new DeedWords(words);
        table.setId("history-table");
        table.setAccessibleText(words.get("ui.screen.HISTORY"));
        table.setItems(lines);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        what = column("what", words.get("ui.history.what"), deeds::what, "owner");
        means = column("means", words.get("ui.history.means"), deeds::means);
        table.getColumns().addAll(List.of(column("when", words.get("ui.history.when"), when, "mono"), what,
                column("ports", words.get("ui.history.ports"), deeds::ports, "mono"), means, results(words, deeds)));
        table.setPlaceholder(nothing(words));
        table.widthProperty().addListener((_, _, _) -> fit());
        sizes.subscribe(_ -> fit());
        table.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> choose(now));
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (Key.COPY_ROWS.matches(event)) {
                copy.run();
                event.consume();
            }
        });
        model.deeds().subscribe(this::show);
        model.selected().subscribe(this::follow);
    }

    TableView<Deed> node() {
        return table;
    }

    private void choose(@Nullable Deed deed) {
        if (!following) {
            model.selected().set(deed);
        }
    }

    private void show(@Nullable Deeds deeds) {
        following = true;
        lines.setAll(deeds == null ? List.of() : deeds.latestFirst());
        following = false;
        follow(model.selected().get());
    }

    /** More may be known of it now, but its id stays. */
    private void follow(@Nullable Deed deed) {
        following = true;
        int index = 0;
        while (index < lines.size() && (deed == null || !lines.get(index).id().equals(deed.id()))) {
            index++;
        }
        if (index < lines.size()) {
            table.getSelectionModel().clearAndSelect(index);
        } else {
            table.getSelectionModel().clearSelection();
        }
        following = false;
    }

    private static TableColumn<Deed, Deed> bare(String id, String title) {
        TableColumn<Deed, Deed> column = new TableColumn<>(title);
        column.setId(id);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        return column;
    }

    private static TableColumn<Deed, Deed> column(String id, String title, Function<Deed, String> text, String... styles) {
        TableColumn<Deed, Deed> column = bare(id, title);
        column.setCellFactory(_ -> new DeedCell(text, _ -> null, styles));
        return column;
    }

    private static TableColumn<Deed, Deed> results(Words words, DeedWords deeds) {
        TableColumn<Deed, Deed> column = bare("result", words.get("ui.history.result"));
        column.setCellFactory(_ -> new DeedCell(deeds::result, ResultIcon::of));
        return column;
    }

    /** A cell that tells the whole where the pointer rests on it, for it may be cut. */
    private static final class DeedCell extends TableCell<Deed, Deed> {

        private final Function<Deed, String> text;
        private final Function<Deed, @Nullable Node> icon;
        private final Tooltip tip = new Tooltip();

        DeedCell(Function<Deed, String> text, Function<Deed, @Nullable Node> icon, String... styles) {
            this.text = text;
            this.icon = icon;
            getStyleClass().addAll(styles);
            tip.textProperty().bind(textProperty());
        }

        @Override
        protected void updateItem(@Nullable Deed deed, boolean empty) {
            super.updateItem(deed, empty);
            setText(deed == null ? null : text.apply(deed));
            setGraphic(deed == null ? null : icon.apply(deed));
            setTooltip(deed == null ? null : tip);
        }
    }

    /** What was done takes what is left; where that is too little, through what it was done leaves. */
    private void fit() {
        double room = table.getWidth() - scaled(SCROLL_BAR);
        if (room <= 0) {
            return;
        }
        double taken = scaled(WHEN) + scaled(PORTS) + scaled(RESULT);
        boolean wide = room - taken - scaled(MEANS) >= scaled(LEAST);
        means.setVisible(wide);
        for (TableColumn<Deed, ?> column : table.getColumns()) {
            column.setPrefWidth(switch (column.getId()) {
                case "when" -> scaled(WHEN);
                case "ports" -> scaled(PORTS);
                case "means" -> scaled(MEANS);
                case "result" -> scaled(RESULT);
                default -> Math.max(scaled(LEAST) / 2, room - taken - (wide ? scaled(MEANS) : 0));
            });
        }
    }

    private double scaled(double usual) {
        return sizes.getValue().of(usual);
    }

    private static Node nothing(Words words) {
        StackPane circle = new StackPane(Icons.of(MaterialDesignH.HISTORY));
        circle.getStyleClass().add("circle");
        Label sentence = Controls.label(words.get("ui.history.empty.sentence"), "sentence");
        sentence.setWrapText(true);
        sentence.setTextAlignment(TextAlignment.CENTER);
        VBox empty = new VBox(circle, Controls.label(words.get("ui.history.empty.title"), "title"), sentence);
        empty.setId("empty-history");
        empty.getStyleClass().add("empty-state");
        return empty;
    }
}
