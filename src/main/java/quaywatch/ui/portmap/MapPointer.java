package quaywatch.ui.portmap;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import quaywatch.view.PortMap;
import quaywatch.view.PortUse;

/** What the pointer does on the map: tells of a port, puts the cursor, selects, moves and zooms; and where the card stands. */
final class MapPointer {

    private static final double GAP = 12;

    private final PortMapViewModel model;
    private final MapPane pane;
    private final HoverCard card;
    private final Runnable open;
    private boolean dragged;

    /** @param open  what a double click does */
    MapPointer(PortMapViewModel model, MapPane pane, HoverCard card, Runnable open) {
        this.model = model;
        this.pane = pane;
        this.card = card;
        this.open = open;
        pane.getChildren().add(card);
        pane.afterLayout(this::place);
        card.setViewOrder(-1);
        pane.picture().setOnMouseMoved(this::moved);
        pane.picture().setOnMouseExited(_ -> model.pointed().set(PortMapViewModel.NOWHERE));
        pane.picture().setOnMousePressed(this::pressed);
        pane.picture().setOnMouseDragged(this::dragged);
        pane.picture().setOnMouseClicked(this::clicked);
        pane.picture().setOnScroll(this::scrolled);
        model.pointed().addListener((_, _, _) -> tell());
        model.cursor().addListener((_, _, _) -> tell());
        pane.geometry().addListener((_, _, _) -> tell());
        pane.focusedProperty().addListener((_, _, _) -> tell());
        model.map().addListener((_, _, _) -> tell());
    }

    private int at(MouseEvent event) {
        return pane.geometry().get().port(event.getX(), event.getY());
    }

    private void moved(MouseEvent event) {
        model.pointed().set(near(at(event)));
    }

    /** Marks are larger than ports: a pointer on a mark means its port. */
    private int near(int port) {
        PortMap map = model.map().get();
        int reach = Math.max(0, Sprite.of(PortUse.EVERY_INTERFACE, pane.geometry().get().cell()).side()
                / pane.geometry().get().cell() / 2 - 1);
        int best = port;
        int least = Integer.MAX_VALUE;
        for (int down = -reach; down <= reach; down++) {
            for (int right = -reach; right <= reach; right++) {
                int other = port + down * Geometry.SIDE + right;
                boolean there = Geometry.isPort(other) && other / Geometry.SIDE == port / Geometry.SIDE + down;
                var use = there ? map.use(other, model.without()) : null;
                int far = down * down + right * right;
                if (use != null && (use.listening() || far <= 1) && far < least) {
                    least = far;
                    best = other;
                }
            }
        }
        return best;
    }

    private void pressed(MouseEvent event) {
        pane.requestFocus();
        dragged = false;
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.isShiftDown()) {
            model.select(at(event), event.isAltDown());
        } else {
            model.put(near(at(event)));
        }
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        dragged = true;
        model.select(at(event), event.isAltDown());
        model.pointed().set(PortMapViewModel.NOWHERE);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !dragged) {
            open.run();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            model.zoom((int) Math.signum(event.getDeltaY()));
        } else {
            pane.scroll(-event.getDeltaX(), -event.getDeltaY());
        }
        event.consume();
    }

    private int told() {
        int pointed = model.pointed().get();
        return pointed != PortMapViewModel.NOWHERE ? pointed : pane.isFocused() ? model.cursor().get() : PortMapViewModel.NOWHERE;
    }

    /** Shows the card of the port under the pointer, else of the cursor; ports that nobody uses have none. */
    private void tell() {
        int port = told();
        boolean pointed = model.pointed().get() == port;
        boolean known = port != PortMapViewModel.NOWHERE && model.map().get().use(port) != null
                && (pointed || model.stretch().get() == null);
        card.setVisible(known);
        if (known) {
            card.tell(port, model.map().get());
            // It has no size before its styles, which come with the next layout.
            pane.requestLayout();
        }
    }

    /** Above or below the port, at the side with more room; over neither the numbers of the rows nor the names of the ranges, if it fits. */
    private void place() {
        int port = told();
        if (!card.isVisible() || port == PortMapViewModel.NOWHERE) {
            return;
        }
        double width = Math.ceil(card.prefWidth(-1));
        double height = Math.ceil(card.prefHeight(width));
        Geometry geometry = pane.geometry().get();
        double x = geometry.x(port) + pane.picture().getLayoutX();
        double y = geometry.y(port) + pane.picture().getLayoutY();
        double end = pane.picture().getLayoutX() + geometry.width();
        double begin = Math.min(pane.picture().getLayoutX(), Math.max(0, end - width));
        boolean right = end - x - geometry.cell() >= x - pane.picture().getLayoutX();
        double left = right ? x + geometry.cell() + GAP : x - GAP - width;
        double top = y + GAP + height <= pane.getHeight() ? y + GAP : y - GAP - height;
        card.resizeRelocate(Math.rint(Math.clamp(left, begin, Math.max(begin, end - width))), Math.rint(Math.max(0, top)), width, height);
    }
}
