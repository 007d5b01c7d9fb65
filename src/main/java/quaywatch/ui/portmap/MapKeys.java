package quaywatch.ui.portmap;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.input.KeyEvent;

import quaywatch.ui.kit.Key;

/** What the keys do while the map has the focus. */
final class MapKeys {

    private static final int PAGE = 4_096;

    private final PortMapViewModel model;
    private final Map<Key, Runnable> actions = new EnumMap<>(Key.class);

    /**
     * @param show    shows the row of the cursor
     * @param free    frees its port
     * @param filter  filters by what is selected
     */
    MapKeys(PortMapViewModel model, MapPane pane, Runnable show, Runnable free, Runnable filter) {
        this.model = model;
        actions.put(Key.MAP_SHOW, show);
        actions.put(Key.MAP_FREE, free);
        actions.put(Key.MAP_FILTER, filter);
        actions.put(Key.MAP_NEARER, () -> model.zoom(1));
        actions.put(Key.MAP_FARTHER, () -> model.zoom(-1));
        actions.put(Key.MAP_FIT, () -> model.zoom().set(1));
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean selecting = Key.MAP_SELECT.matches(event);
        int step = step(event, selecting);
        if (step != 0) {
            model.move(step, selecting);
            event.consume();
        } else if (Key.BACK.matches(event) && model.clear()) {
            event.consume();
        } else {
            actions.forEach((key, action) -> {
                if (key.matches(event)) {
                    action.run();
                    event.consume();
                }
            });
        }
    }

    /** How far a key moves the cursor; 0 for one that does not. */
    private static int step(KeyEvent event, boolean selecting) {
        if (!selecting && !Key.MAP_PORT.matches(event) && !Key.MAP_ROW.matches(event) && !Key.MAP_PAGE.matches(event)) {
            return 0;
        }
        return switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -Geometry.SIDE;
            case DOWN -> Geometry.SIDE;
            case PAGE_UP -> -PAGE;
            case PAGE_DOWN -> PAGE;
            default -> 0;
        };
    }
}
