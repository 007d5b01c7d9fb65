package quaywatch.ui.portmap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

import quaywatch.ui.kit.Controls;
import quaywatch.ui.theme.Sizes;

/** The first port of every few rows at the left of the picture, and above it how far into its row each few columns are. */
final class Rulers extends Pane {

    private static final int ROWS = 16;
    private static final int COLUMNS = 64;
    private static final double GAP = 8;
    /** What the name of a column needs. */
    private static final double LEAST = 24;
    /** What the name of a row needs, from one to the next. */
    private static final double LINE = 14;

    private final List<Label> rows = new ArrayList<>();
    private final List<Label> columns = new ArrayList<>();

    Rulers() {
        setMouseTransparent(true);
        setManaged(false);
    }

    /**
     * Puts all numbers in their places.
     *
     * @param zoom  the nearer, the more rows and columns have their number
     * @param left  where the picture begins
     * @param top   likewise
     */
    void place(Geometry geometry, int zoom, double left, double top, Sizes sizes) {
        int used = 0;
        for (int row : named(ROWS / zoom, sizes.of(LINE) / geometry.cell())) {
            double middle = geometry.rowY(row) + geometry.cell() / 2.0;
            if (middle >= 0 && middle < geometry.height()) {
                Label label = label(rows, used++, String.valueOf(row * Geometry.SIDE));
                put(label, left - sizes.of(GAP) - width(label), top + middle);
            }
        }
        hideFrom(rows, used);
        used = 0;
        for (int column : named(COLUMNS / zoom, 2 * sizes.of(LEAST) / geometry.cell())) {
            double x = geometry.columnX(column);
            boolean last = column == Geometry.SIDE - 1;
            if (x >= 0 && x < geometry.width() - (last ? 0 : sizes.of(LEAST))) {
                Label label = label(columns, used++, "+" + column);
                put(label, left + (last ? x + geometry.cell() - width(label) : x), top / 2 + 1);
            }
        }
        hideFrom(columns, used);
    }

    /** Every so many, and the last one where there is room for it. */
    private static List<Integer> named(int step, double room) {
        int each = Math.max(1, step);
        List<Integer> named = new ArrayList<>(IntStream.range(0, Geometry.SIDE / each).map(at -> at * each).boxed().toList());
        if (Geometry.SIDE - 1 - named.getLast() >= room) {
            named.add(Geometry.SIDE - 1);
        }
        return named;
    }

    private Label label(List<Label> labels, int at, String text) {
        if (at == labels.size()) {
            Label fresh = Controls.label("", "map-ruler");
            fresh.setManaged(false);
            labels.add(fresh);
            getChildren().add(fresh);
        }
        Label label = labels.get(at);
        label.setText(text);
        label.setVisible(true);
        label.applyCss();
        return label;
    }

    private static double width(Label label) {
        return Math.ceil(label.prefWidth(-1));
    }

    private static void put(Label label, double x, double middle) {
        double height = Math.ceil(label.prefHeight(-1));
        label.resizeRelocate(Math.rint(x), Math.rint(middle - height / 2), width(label), height);
    }

    private static void hideFrom(List<Label> labels, int first) {
        labels.subList(first, labels.size()).forEach(label -> label.setVisible(false));
    }
}
