package quaywatch.ui.processes;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import quaywatch.text.Words;
import quaywatch.ui.table.ScreenBar;
import quaywatch.ui.table.SocketTable;
import quaywatch.ui.table.TableViewModel;

/** The Processes screen: the bar and the table. */
public final class ProcessesView extends VBox {

    public ProcessesView(TableViewModel model, SocketTable table, Words words) {
        getChildren().addAll(new ScreenBar(table, model, words), table.node());
        VBox.setVgrow(table.node(), Priority.ALWAYS);
    }
}
