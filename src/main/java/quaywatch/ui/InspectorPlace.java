package quaywatch.ui;

import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import quaywatch.ui.fx.Frame;
import quaywatch.ui.inspector.InspectorView;
import quaywatch.ui.nav.Navigation;
import quaywatch.view.Entry;
import quaywatch.view.Wording;

/**
 * The inspector and what it stands beside. Where there is no room for both it is a drawer: it lies over the right part of the table, and only
 * when asked for, never because a row was clicked, for it would hide what the pointer is at.
 */
final class InspectorPlace extends StackPane {

    private static final String DRAWER = "drawer";

    private final MainViewModel model;
    private final InspectorView inspector;
    private final HBox sideBySide;
    private final Runnable toTable;
    private boolean drawer;
    /** Whether the drawer has been asked for. */
    private boolean pulled;

    /** @param toTable  puts the focus back where the inspector was asked for */
    InspectorPlace(MainViewModel model, Wording wording, Navigation navigation, Node beside, Runnable toTable) {
        this.model = model;
        this.toTable = toTable;
        inspector = new InspectorView(wording, navigation, this::close);
        sideBySide = new HBox(beside);
        HBox.setHgrow(beside, Priority.ALWAYS);
        StackPane.setAlignment(inspector, Pos.CENTER_RIGHT);
        getChildren().add(sideBySide);
    }

    /** Whether there is too little room for both; a drawer that was open closes with it. */
    void setDrawer(boolean on) {
        if (drawer != on) {
            drawer = on;
            pulled = false;
            take();
            inspector.getStyleClass().remove(DRAWER);
            if (on) {
                inspector.getStyleClass().add(DRAWER);
            }
        }
        show();
    }

    /** Shows what is selected now, or nothing. */
    void show() {
        Frame frame = model.frame().get();
        if (frame != null && model.selected() instanceof Entry line && (drawer ? pulled : model.inspectorOpen().get())) {
            ObservableList<Node> place = drawer ? getChildren() : sideBySide.getChildren();
            if (!place.contains(inspector)) {
                place.add(inspector);
            }
            inspector.show(frame, line, model.detail().get());
        } else {
            pulled = false;
            take();
        }
    }

    private void take() {
        boolean focused = inspector.isFocusWithin();
        getChildren().remove(inspector);
        sideBySide.getChildren().remove(inspector);
        if (focused) {
            toTable.run();
        }
    }

    /** Opens it, and puts the focus on the first thing that can be done. */
    void open() {
        pulled = drawer;
        if (!drawer) {
            model.inspectorOpen().set(true);
        }
        show();
        // Before that, what it holds is in no scene yet and can't have the focus.
        inspector.applyCss();
        inspector.focusAction();
    }

    private void close() {
        if (!closeDrawer()) {
            model.inspectorOpen().set(false);
            show();
            toTable.run();
        }
    }

    /** Closes it if it lies over the table; false if it doesn't. */
    boolean closeDrawer() {
        boolean was = drawer && pulled;
        if (was) {
            pulled = false;
            show();
            toTable.run();
        }
        return was;
    }
}
