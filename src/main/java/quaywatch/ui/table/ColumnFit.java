package quaywatch.ui.table;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import quaywatch.ui.nav.Screen;
import quaywatch.view.Line;

/**
 * Makes the columns fill the table: one takes what is left, and where that is too little, the least important ones leave for as long.
 * What the user chose to see and how wide stands in the view model; this only decides what there is room for.
 */
final class ColumnFit {

    private static final Map<String, Double> PORTS = Map.ofEntries(Map.entry("owner", 146.0), Map.entry("pid", 80.0),
            Map.entry("port", 58.0),
            Map.entry("proto", 50.0), Map.entry("state", 84.0), Map.entry("exposure", 128.0), Map.entry("address", 122.0),
            Map.entry("belongs", 120.0),
            Map.entry("clients", 76.0), Map.entry("in", 70.0), Map.entry("out", 70.0), Map.entry("backlog", 76.0),
            Map.entry("since", 110.0), Map.entry("user", 84.0));
    private static final Map<String, Double> CONNECTIONS = Map.ofEntries(Map.entry("owner", 144.0), Map.entry("proto", 50.0),
            Map.entry("laddr", 121.0),
            Map.entry("lport", 56.0), Map.entry("raddr", 158.0), Map.entry("rport", 130.0), Map.entry("state", 126.0),
            Map.entry("in", 70.0), Map.entry("out", 70.0), Map.entry("rtt", 62.0), Map.entry("age", 74.0),
            Map.entry("retrans", 92.0), Map.entry("idle", 66.0),
            Map.entry("pid", 77.0), Map.entry("user", 84.0), Map.entry("recvq", 76.0), Map.entry("sendq", 76.0),
            Map.entry("belongs", 120.0));

    private static final Map<String, Double> PROCESSES = Map.ofEntries(Map.entry("owner", 150.0), Map.entry("pid", 77.0),
            Map.entry("ports", 128.0), Map.entry("sockets", 66.0), Map.entry("listening", 74.0), Map.entry("connections", 94.0),
            Map.entry("in", 70.0), Map.entry("out", 70.0), Map.entry("received", 78.0), Map.entry("sent", 70.0), Map.entry("rtt", 62.0),
            Map.entry("belongs", 120.0), Map.entry("user", 84.0));
    /** The column that takes what is left, by preference. */
    private static final List<String> FLEXIBLE = List.of("belongs", "raddr", "address", "owner");
    /** Who leaves first where room is short. */
    private static final List<String> LEAVING_PORTS = List.of("in", "out", "clients", "belongs", "state");
    private static final List<String> LEAVING_CONNECTIONS = List.of("laddr", "age", "rtt", "rport", "state");
    private static final List<String> LEAVING_PROCESSES = List.of("user", "rtt", "sent", "received", "sockets", "ports", "belongs");
    private static final double SCROLL_BAR = 12;
    private static final double LEAST_TEXT = 90;
    private static final double LEAST_ADDRESS = 120;

    private final TableView<Line> table;
    private final TableViewModel model;
    private boolean fitting;

    ColumnFit(TableView<Line> table, TableViewModel model) {
        this.table = table;
        this.model = model;
        table.widthProperty().addListener((_, _, _) -> fit());
        table.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<Line, ?>>) _ -> fit());
        model.shownColumns().addListener((_, _, _) -> fit());
    }

    /** The width a column starts with, in pixels. */
    static double width(Screen screen, String id) {
        Map<String, Double> widths = switch (screen) {
            case PORTS, SETTINGS -> PORTS;
            case CONNECTIONS -> CONNECTIONS;
            case PROCESSES -> PROCESSES;
        };
        return widths.getOrDefault(id, LEAST_TEXT);
    }

    private static List<String> leaving(Screen screen) {
        return switch (screen) {
            case PORTS, SETTINGS -> LEAVING_PORTS;
            case CONNECTIONS -> LEAVING_CONNECTIONS;
            case PROCESSES -> LEAVING_PROCESSES;
        };
    }

    /** Whether widths and visibility change now because of room, not because the user wants it. */
    boolean isFitting() {
        return fitting;
    }

    /** Whether this column has no width of its own. */
    boolean takesTheRest(TableColumn<Line, ?> column) {
        return flexible(table.getVisibleLeafColumns()).equals(column.getId());
    }

    void fit() {
        double room = table.getWidth() - SCROLL_BAR;
        if (room <= 0 || fitting) {
            return;
        }
        fitting = true;
        Set<String> leaving = new HashSet<>();
        for (String id : leaving(model.screen())) {
            if (wanted(leaving) <= room) {
                break;
            }
            leaving.add(id);
        }
        for (TableColumn<Line, ?> column : table.getColumns()) {
            column.setVisible(chosen(column) && !leaving.contains(column.getId()));
        }
        stretch(room);
        fitting = false;
    }

    private boolean chosen(TableColumn<Line, ?> column) {
        return column.getUserData() == null || model.shownColumns().get().contains(column.getId());
    }

    private double wanted(Set<String> leaving) {
        List<TableColumn<Line, ?>> staying = table.getColumns().stream()
                .filter(column -> chosen(column) && !leaving.contains(column.getId())).toList();
        String flexible = flexible(staying);
        return staying.stream().mapToDouble(column -> flexible.equals(column.getId()) ? least(column) : column.getPrefWidth()).sum();
    }

    private static String flexible(List<TableColumn<Line, ?>> columns) {
        return FLEXIBLE.stream().filter(id -> columns.stream().anyMatch(column -> id.equals(column.getId()))).findFirst().orElse("");
    }

    private static double least(TableColumn<Line, ?> column) {
        return column.getId().equals("belongs") || column.getId().equals("owner") ? LEAST_TEXT : LEAST_ADDRESS;
    }

    private void stretch(double room) {
        double taken = table.getVisibleLeafColumns().stream().filter(column -> !takesTheRest(column)).mapToDouble(TableColumn::getPrefWidth)
                .sum();
        table.getVisibleLeafColumns().stream().filter(this::takesTheRest).findFirst()
                .ifPresent(column -> column.setPrefWidth(Math.max(least(column), room - taken)));
    }
}
