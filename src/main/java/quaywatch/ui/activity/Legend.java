package quaywatch.ui.activity;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import quaywatch.ui.kit.Controls;

/** The head of a plot: its title, then what each colour stands for. Its parts are made once; where room is short the last ones leave. */
final class Legend extends HBox {

    private final List<Item> items = new ArrayList<>();

    /** A colour with its name and, where there is one, its figure. */
    static final class Item extends HBox {

        private final Region swatch = new Region();
        private final Label name = Controls.label("", "chart-legend-item");
        private final Label figure = Controls.whole(Controls.label("", "chart-legend-number"));
        private String color = "";

        Item(String shape) {
            getStyleClass().add("gap-5");
            setAlignment(Pos.CENTER_LEFT);
            swatch.getStyleClass().addAll("swatch", shape);
            name.getStyleClass().add("activity-name");
            getChildren().addAll(swatch, name, figure);
            Controls.show(figure, false);
        }

        void set(String newColor, String newName, String newFigure) {
            if (!color.equals(newColor)) {
                color = newColor;
                swatch.setStyle("-fx-background-color: " + newColor);
            }
            name.setText(newName);
            figure.setText(newFigure);
            Controls.show(figure, !newFigure.isEmpty());
        }
    }

    Legend(String title, String... shapes) {
        getStyleClass().addAll("activity-head", "gap-12");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        getChildren().addAll(Controls.whole(Controls.label(title, "chart-title")), Controls.spacer());
        for (String shape : shapes) {
            Item item = new Item(shape);
            item.setMinWidth(USE_PREF_SIZE);
            items.add(item);
            getChildren().add(item);
        }
    }

    Item item(int at) {
        return items.get(at);
    }

    /** How many of the items have something to say; the others are not shown. */
    void setUsed(int used) {
        for (int i = 0; i < items.size(); i++) {
            items.get(i).setUserData(i < used);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<Node> used = new ArrayList<>();
        for (Item item : items) {
            boolean on = !Boolean.FALSE.equals(item.getUserData());
            Controls.show(item, on);
            if (on) {
                used.add(item);
            }
        }
        for (int i = used.size() - 1; i > 0 && prefWidth(-1) > getWidth(); i--) {
            Controls.show(used.get(i), false);
        }
        super.layoutChildren();
    }
}
