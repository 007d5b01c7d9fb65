package quaywatch.ui;

import java.util.List;

import quaywatch.ui.nav.Screen;
import quaywatch.ui.table.TableViewModel;
import quaywatch.view.Columns;
import quaywatch.view.Grouping;
import quaywatch.view.OwnerColumns;
import quaywatch.view.Sort;

/** The tables of the window. */
record Tables(TableViewModel ports, TableViewModel connections, TableViewModel processes) {

    /** As they are at a fresh start. */
    static Tables fresh() {
        List<Grouping> all = List.of(Grouping.values());
        return new Tables(new TableViewModel(Screen.PORTS, Columns.ports(), new Sort("port", false), Grouping.NONE, all),
                new TableViewModel(Screen.CONNECTIONS, Columns.connections(), new Sort("owner", false), Grouping.PROCESS, all),
                new TableViewModel(Screen.PROCESSES, OwnerColumns.all(), new Sort("owner", false), Grouping.NONE,
                        List.of(Grouping.NONE, Grouping.USER, Grouping.SERVICE)));
    }

    List<TableViewModel> all() {
        return List.of(ports, connections, processes);
    }

    /** The table of a screen; Ports for one without a table. */
    TableViewModel of(Screen screen) {
        return switch (screen) {
            case PORTS, PORT_MAP, ACTIVITY, HISTORY, SETTINGS -> ports;
            case CONNECTIONS -> connections;
            case PROCESSES -> processes;
        };
    }
}
