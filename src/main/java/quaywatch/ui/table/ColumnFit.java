package quaywatch.ui.table;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import quaywatch.ui.nav.Screen;
import quaywatch.view.Line;

/**
 * Makes the columns fill the table: one takes what is left, and where that is too little, the least important ones leave.
 * A width that the user drags is kept.
 */
final class ColumnFit {

    private static final Map<String, Double> PORTS = Map.ofEntries(Map.entry("owner", 146.0), Map.entry("pid", 92.0),
            Map.entry("port", 62.0),
            Map.entry("proto", 52.0), Map.entry("state", 84.0), Map.entry("exposure", 132.0), Map.entry("address", 136.0),
            Map.entry("belongs", 120.0),
            Map.entry("clients", 76.0));
    private static final Map<String, Double> CONNECTIONS = Map.ofEntries(Map.entry("owner", 176.0), Map.entry("proto", 52.0),
            Map.entry("laddr", 138.0),
            Map.entry("lport", 60.0), Map.entry("raddr", 170.0), Map.entry("rport", 112.0), Map.entry("state", 124.0),
            Map.entry("age", 92.0));

    /** The column that takes what is left, by preference. */
    private static final List<String> FLEXIBLE = List.of("belongs", "raddr", "address", "owner");
    /** Who leaves first where room is short. */
    private static final List<String> LEAVING = List.of("clients", "belongs", "state", "laddr");
    private static final double SCROLL_BAR = 12;

    private final TableView<Line> table;
    private boolean fitting;

    ColumnFit(TableView<Line> table) {
        this.table = table;
        table.widthProperty().addListener((_, _, _) -> fit());
        table.getVisibleLeafColumns().addListener((javafx.collections.ListChangeListener<TableColumn<Line, ?>>) _ -> fit());
    }

    static double width(Screen screen, String id) {
        return (screen == Screen.PORTS ? PORTS : CONNECTIONS).getOrDefault(id, 90.0);
    }

    private void fit() {
        double room = table.getWidth() - SCROLL_BAR;
        if (room <= 0 || fitting) {
            return;
        }
        fitting = true;
        Set<String> leaving = new HashSet<>();
        for (String id : LEAVING) {
            if (wanted(leaving) <= room) {
                break;
            }
            leaving.add(id);
        }
        table.getColumns().stream().filter(column -> LEAVING.contains(column.getId()))
                .filter(column -> column.isVisible() == leaving.contains(column.getId()))
                .forEach(column -> column.setVisible(!leaving.contains(column.getId())));
        stretch(room);
        fitting = false;
    }

    private double wanted(Set<String> leaving) {
        List<TableColumn<Line, ?>> staying = table.getColumns().stream().filter(column -> !leaving.contains(column.getId())).toList();
        String flexible = FLEXIBLE.stream().filter(id -> staying.stream().anyMatch(column -> id.equals(column.getId()))).findFirst()
                .orElse("");
        return staying.stream().mapToDouble(column -> flexible.equals(column.getId()) ? least(column) : column.getPrefWidth()).sum();
    }

    private static double least(TableColumn<Line, ?> column) {
        return column.getId().equals("belongs") ? 90 : 110;
    }

    private boolean flexible(TableColumn<Line, ?> column) {
        return FLEXIBLE.stream().filter(this::visible).findFirst().filter(id -> id.equals(column.getId())).isPresent();
    }

    private boolean visible(String id) {
        return table.getVisibleLeafColumns().stream().anyMatch(column -> id.equals(column.getId()));
    }

    private void stretch(double room) {
        double taken = table.getVisibleLeafColumns().stream().filter(column -> !flexible(column)).mapToDouble(TableColumn::getPrefWidth)
                .sum();
        table.getVisibleLeafColumns().stream().filter(this::flexible).findFirst()
                .ifPresent(column -> column.setPrefWidth(Math.max(least(column), room - taken)));
    }
}
