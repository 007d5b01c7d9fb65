package quaywatch.ui.portmap;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

import quaywatch.model.PortRange;

/** What lies over the picture and has nothing to do with sockets: the cursor, the port under the pointer, the selection. */
final class MapOverlay extends Canvas {

    private static final double SHADE = 0.28;
    /** A frame round a port is never smaller than its mark. */
    private static final double LEAST = 14;

    private final PortMapViewModel model;
    private final Palette palette;
    private Geometry geometry = Geometry.of(2, 0, 0, 1, 1);

    MapOverlay(PortMapViewModel model, Palette palette) {
        this.model = model;
        this.palette = palette;
        setMouseTransparent(true);
        setManaged(false);
        model.stretch().addListener((_, _, _) -> paint());
        model.cursor().addListener((_, _, _) -> paint());
        model.pointed().addListener((_, _, _) -> paint());
    }

    void paint(Geometry now) {
        geometry = now;
        setWidth(now.width());
        setHeight(now.height());
        paint();
    }

    private void paint() {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        Stretch stretch = model.stretch().get();
        switch (stretch) {
            case Stretch.Run(PortRange range) -> outline(g, range);
            case Stretch.Block block -> rectangle(g, block);
            case null -> {
                // Nothing is selected.
            }
        }
        int pointed = model.pointed().get();
        if (pointed != PortMapViewModel.NOWHERE && pointed != model.cursor().get()) {
            frame(g, pointed, 1);
        }
        frame(g, model.cursor().get(), 2);
    }

    private void frame(GraphicsContext g, int port, double line) {
        double cell = geometry.cell();
        double side = Math.max(cell + 2, LEAST);
        double x = Math.floor(geometry.x(port) + (cell - side) / 2);
        double y = Math.floor(geometry.y(port) + (cell - side) / 2);
        g.setStroke(palette.color(Palette.FRAME));
        g.setLineWidth(line);
        double inset = line / 2;
        g.strokeRect(x + inset, y + inset, side - line, side - line);
    }

    private void ink(GraphicsContext g) {
        g.setStroke(palette.color(Palette.STRETCH));
        g.setFill(palette.color(Palette.STRETCH).deriveColor(0, 1, 1, SHADE));
        g.setLineWidth(1);
    }

    private void rectangle(GraphicsContext g, Stretch.Block block) {
        ink(g);
        double x = geometry.columnX(block.firstColumn());
        double y = geometry.rowY(block.firstRow());
        double width = geometry.columnX(block.lastColumn() + 1) - x;
        double height = geometry.rowY(block.lastRow() + 1) - y;
        g.fillRect(x, y, width, height);
        g.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
    }

    /** Round all rows, with a step where the first one begins and where the last one ends. */
    private void outline(GraphicsContext g, PortRange range) {
        ink(g);
        int firstRow = range.first() / Geometry.SIDE;
        int lastRow = range.last() / Geometry.SIDE;
        double from = geometry.x(range.first()) + 0.5;
        double to = geometry.columnX(range.last() % Geometry.SIDE + 1) - 0.5;
        double top = geometry.rowY(firstRow) + 0.5;
        double bottom = geometry.rowY(lastRow + 1) - 0.5;
        double left = geometry.columnX(0) + 0.5;
        double right = geometry.columnX(Geometry.SIDE) - 0.5;
        double[] xs;
        double[] ys;
        if (firstRow == lastRow) {
            xs = new double[]{from, to, to, from};
            ys = new double[]{top, top, bottom, bottom};
        } else {
            double second = geometry.rowY(firstRow + 1) + 0.5;
            double last = geometry.rowY(lastRow) - 0.5;
            xs = new double[]{from, right, right, to, to, left, left, from};
            ys = new double[]{top, top, last, last, bottom, bottom, second, second};
        }
        g.fillPolygon(xs, ys, xs.length);
        g.strokePolygon(xs, ys, xs.length);
    }
}
