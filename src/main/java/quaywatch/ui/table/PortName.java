package quaywatch.ui.table;

import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** What a port is registered for, before its number: whole or, where there is no room, not at all. A part of a name is another name. */
final class PortName extends Label {

    private final Labeled cell;
    private final Text number = new Text();

    PortName(String name, Labeled cell) {
        super(name);
        this.cell = cell;
        getStyleClass().add("port-name");
        setMinWidth(0);
    }

    /** Takes its place in the cell, or gives it up, for the size that the cell has now. */
    void fit() {
        number.setFont(cell.getFont());
        number.setText(cell.getText());
        double room = cell.getWidth() - cell.snappedLeftInset() - cell.snappedRightInset() - cell.getGraphicTextGap()
                - Math.ceil(number.getLayoutBounds().getWidth());
        boolean whole = prefWidth(-1) <= room;
        if (whole != isVisible()) {
            setVisible(whole);
            setMaxWidth(whole ? USE_COMPUTED_SIZE : 0);
        }
    }
}
