package quaywatch.ui.portmap;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

import quaywatch.model.PortClass;
import quaywatch.model.PortRange;
import quaywatch.view.PortMap;
import quaywatch.view.PortUse;

/**
 * The picture of the map as pixels in memory: thousands of marks cost less so than as shapes on a canvas, and what has changed can be painted
 * alone. Owned by the FX thread, but touches no node.
 */
final class MapPixels {

    private static final PortUse[] USES = PortUse.values();
    /** Every so many rows and columns there is a line. */
    private static final int GRID_ROWS = 16;
    private static final int GRID_COLUMNS = 32;
    private static final int HATCH = 8;
    /** From so many changes on, to paint all costs less. */
    private static final int MANY = 1_000;

    private final PortRange ephemeral;
    private final Map<PortUse, Sprite> sprites = new EnumMap<>(PortUse.class);
    private final Map<PortUse, Integer> inks = new EnumMap<>(PortUse.class);
    private Geometry geometry = Geometry.of(2, 0, 0, 1, 1);
    private int ring;
    private int reach;
    private int[] ground = {};
    private int[] pixels = {};

    MapPixels(PortRange ephemeral) {
        this.ephemeral = ephemeral;
    }

    /** Row by row, ARGB; another array after {@link #prepare} with another size. */
    int[] pixels() {
        return pixels;
    }

    /**
     * Paints what lies below the marks.
     *
     * @param colors  the opaque pixel of a name of {@link Palette}
     */
    void prepare(Geometry newGeometry, ToIntFunction<String> colors) {
        geometry = newGeometry;
        int size = geometry.width() * geometry.height();
        if (pixels.length != size) {
            pixels = new int[size];
            ground = new int[size];
        }
        ring = colors.applyAsInt(Palette.GROUND);
        int largest = 0;
        for (PortUse use : USES) {
            Sprite sprite = Sprite.of(use, geometry.cell());
            sprites.put(use, sprite);
            inks.put(use, colors.applyAsInt(Palette.name(use)));
            largest = Math.max(largest, sprite.side());
        }
        reach = Math.max(0, largest - geometry.cell() + 1) / 2 + 1;
        paintGround(colors);
    }

    private void paintGround(ToIntFunction<String> colors) {
        int tint = colors.applyAsInt(Palette.TINT);
        int grid = colors.applyAsInt(Palette.GRID);
        int hatch = colors.applyAsInt(Palette.HATCH);
        int frame = colors.applyAsInt(Palette.FRAME);
        int cell = geometry.cell();
        int whole = Geometry.SIDE * cell;
        for (int y = 0; y < geometry.height(); y++) {
            int down = y + geometry.top();
            int row = Math.floorDiv(down, cell);
            boolean edge = down == 0 || down == whole - 1 || startsRange(row) && down % cell == 0;
            boolean line = row % GRID_ROWS == 0 && down % cell == 0;
            for (int x = 0; x < geometry.width(); x++) {
                int right = x + geometry.left();
                int at = y * geometry.width() + x;
                if (down < 0 || right < 0 || down >= whole || right >= whole) {
                    ground[at] = 0;
                    continue;
                }
                int port = row * Geometry.SIDE + right / cell;
                int color = PortClass.of(port) == PortClass.REGISTERED ? ring : tint;
                color = line || right % (GRID_COLUMNS * cell) == 0 ? grid : color;
                color = (right + down) % HATCH == 0 && ephemeral.contains(port) ? hatch : color;
                ground[at] = edge || right == 0 || right == whole - 1 ? frame : color;
            }
        }
    }

    private static boolean startsRange(int row) {
        return row * Geometry.SIDE == PortClass.REGISTERED.range().first() || row * Geometry.SIDE == PortClass.DYNAMIC.range().first();
    }

    /** Paints everything. */
    void paint(PortMap map, int without) {
        System.arraycopy(ground, 0, pixels, 0, ground.length);
        marks(map, without, new Box(0, 0, geometry.width(), geometry.height()));
    }

    /**
     * Paints again what lies around some ports.
     *
     * @return the smallest rectangle with all that was painted; null if nothing of it is to be seen
     */
    @Nullable
    Box paint(PortMap map, int without, int[] ports) {
        Box whole = new Box(0, 0, geometry.width(), geometry.height());
        if (ports.length > MANY) {
            paint(map, without);
            return whole;
        }
        @Nullable
        Box painted = null;
        for (int port : ports) {
            Box box = around(port).cut(whole);
            if (!box.isEmpty()) {
                restore(box);
                marks(map, without, box);
                painted = painted == null ? box : painted.with(box);
            }
        }
        return painted;
    }

    private Box around(int port) {
        int x = geometry.x(port);
        int y = geometry.y(port);
        return new Box(x - reach, y - reach, x + geometry.cell() + reach, y + geometry.cell() + reach);
    }

    private void restore(Box box) {
        for (int y = box.top(); y < box.bottom(); y++) {
            int from = y * geometry.width() + box.left();
            System.arraycopy(ground, from, pixels, from, box.right() - box.left());
        }
    }

    /** The marks of all ports that reach into a box, the strongest last. */
    private void marks(PortMap map, int without, Box box) {
        int firstColumn = geometry.column(box.left() - reach);
        int lastColumn = geometry.column(box.right() + reach);
        int firstRow = geometry.row(box.top() - reach);
        int lastRow = geometry.row(box.bottom() + reach);
        for (int i = USES.length - 1; i >= 0; i--) {
            PortUse use = USES[i];
            if (map.count(use) == 0 && without == 0) {
                continue;
            }
            for (int row = firstRow; row <= lastRow; row++) {
                for (int column = firstColumn; column <= lastColumn; column++) {
                    int port = row * Geometry.SIDE + column;
                    if (map.use(port, without) == use) {
                        mark(port, use, box);
                    }
                }
            }
        }
    }

    private void mark(int port, PortUse use, Box box) {
        Sprite sprite = Objects.requireNonNull(sprites.get(use));
        int ink = Objects.requireNonNull(inks.get(use));
        int left = geometry.x(port) + Math.floorDiv(geometry.cell() - sprite.side(), 2);
        int top = geometry.y(port) + Math.floorDiv(geometry.cell() - sprite.side(), 2);
        for (int y = Math.max(box.top(), top); y < Math.min(box.bottom(), top + sprite.side()); y++) {
            for (int x = Math.max(box.left(), left); x < Math.min(box.right(), left + sprite.side()); x++) {
                byte kind = sprite.mask()[(y - top) * sprite.side() + x - left];
                if (kind != Sprite.NOTHING) {
                    pixels[y * geometry.width() + x] = kind == Sprite.INK ? ink : ring;
                }
            }
        }
    }

    /** Some pixels: from left and top, to right and bottom without these. */
    record Box(int left, int top, int right, int bottom) {

        boolean isEmpty() {
            return left >= right || top >= bottom;
        }

        Box cut(Box other) {
            return new Box(Math.max(left, other.left), Math.max(top, other.top), Math.min(right, other.right),
                    Math.min(bottom, other.bottom));
        }

        Box with(Box other) {
            return new Box(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right),
                    Math.max(bottom, other.bottom));
        }
    }
}
