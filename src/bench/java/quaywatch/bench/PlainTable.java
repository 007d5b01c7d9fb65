package quaywatch.bench;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

import quaywatch.model.Row;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.text.Words;
import quaywatch.view.Column;
import quaywatch.view.Columns;
import quaywatch.view.SocketLine;
import quaywatch.view.Wording;

/**
 * The yardstick: a table as the toolkit's own lessons make it, the rows in an observable list below a filtered and a sorted one, with the same
 * columns as text. It is told the differences only, in the way that costs it least: all that closed or changed leave at once, all that are new or
 * changed come at once. Told of each changed row by its index it takes twice as long.
 */
final class PlainTable {

    private static final int LIMIT_SECONDS = 120;

    /** A row as lessons write it: equal to itself only. The lines compare all their parts, and the table does that for many rows. */
    private static final class Item {

        private final SocketLine line;

        Item(SocketLine line) {
            this.line = line;
        }
    }

    private final ObservableList<Item> source = FXCollections.observableArrayList();
    private final TableView<Item> table = new TableView<>();
    private final Stage stage;
    private final FxMeter meter;

    /** FX thread. */
    PlainTable(Stage stage, List<String> columns) {
        this.stage = stage;
        ServiceNames names = ServiceNames.NONE;
        Wording wording = new Wording(new Words(Locale.ROOT), names, ZoneOffset.UTC);
        for (String id : columns) {
            Column shown = Columns.byId(id).orElseThrow();
            TableColumn<Item, String> column = new TableColumn<>(id);
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(shown.text(cell.getValue().line, wording,
                    cell.getValue().line.live().firstSeen())));
            table.getColumns().add(column);
        }
        Comparator<Item> byOwner = Comparator.comparing(item -> Columns.byId("owner").orElseThrow().value(item.line, names),
                Comparator.nullsLast(Comparator.naturalOrder()));
        FilteredList<Item> filtered = new FilteredList<>(source, item -> item.line.socket().hasPeer());
        table.setItems(new SortedList<>(filtered, byOwner.thenComparingLong(item -> item.line.socket().cookie())));
        table.setFixedCellSize(26);
        Scene scene = new Scene(table, ShownWindow.WIDTH * 0.625, ShownWindow.HEIGHT * 0.625);
        meter = new FxMeter(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** Shows a look; processor and wall time of the FX thread in milliseconds. Not the FX thread. */
    double[] tick(Snapshot snapshot) throws Exception {
        Map<Object, Row> rows = new HashMap<>();
        snapshot.rows().forEach(row -> rows.put(row.socket().key(), row));
        List<Item> fresh = new ArrayList<>();
        Set<Item> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Item before : source) {
            Row row = rows.remove(before.line.key());
            if (row == null) {
                gone.add(before);
            } else if (row != before.line.row()) {
                gone.add(before);
                fresh.add(new Item(SocketLine.alone(row)));
            }
        }
        rows.values().forEach(row -> fresh.add(new Item(SocketLine.alone(row))));
        return measured(() -> {
            source.removeAll(gone);
            source.addAll(fresh);
        });
    }

    private double[] measured(Runnable work) throws Exception {
        CompletableFuture<double[]> done = new CompletableFuture<>();
        Platform.runLater(() -> meter.measure(work, done));
        return done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    void select() {
        table.getSelectionModel().select(table.getItems().size() / 2);
        table.scrollTo(table.getItems().size() / 2);
    }

    void close() {
        stage.hide();
    }
}
