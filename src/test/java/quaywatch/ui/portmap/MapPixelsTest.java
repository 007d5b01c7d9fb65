package quaywatch.ui.portmap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.model.History;
import quaywatch.model.PortRange;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.Snapshot;
import quaywatch.model.SourceReport;
import quaywatch.ui.portmap.MapPixels.Box;
import quaywatch.view.PortMap;
import quaywatch.view.PortUse;
import quaywatch.view.Scope;
import quaywatch.view.ViewState;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MapPixelsTest {

    private static final PortRange EPHEMERAL = new PortRange(32_768, 60_999);
    private static final List<String> NAMES = List.of(Palette.names());

    /** What is painted piece by piece is what would have been painted at once, and nothing outside the box has changed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void paintingWhatChangedIsPaintingAll(long seed) {
        Random random = new Random(seed);
        Geometry geometry = Geometry.of(2 + random.nextInt(7), random.nextInt(400), random.nextInt(400), 300, 260);
        MapPixels pieces = prepared(geometry);
        MapPixels whole = prepared(geometry);
        PortMap before = PortMap.NONE;
        pieces.paint(before, 0);
        List<SampleRow> rows = new ArrayList<>();
        for (int tick = 0; tick < 30; tick++) {
            change(random, rows);
            PortMap after = map(rows);
            int[] untouched = pieces.pixels().clone();
            Box box = pieces.paint(after, 0, after.changes(before));
            whole.paint(after, 0);
            assertArrayEquals(whole.pixels(), pieces.pixels(), "tick " + tick);
            assertUntouchedOutside(box, untouched, pieces.pixels(), geometry);
            before = after;
        }
    }

    private static void change(Random random, List<SampleRow> rows) {
        for (int i = random.nextInt(20); i > 0; i--) {
            if (rows.size() > 200 || !rows.isEmpty() && random.nextInt(3) == 0) {
                rows.remove(random.nextInt(rows.size()));
            }
            int port = 1 + random.nextInt(random.nextBoolean() ? 65_535 : 30_000);
            rows.add(switch (random.nextInt(4)) {
                case 0 -> SampleRow.listener("0.0.0.0:" + port);
                case 1 -> SampleRow.listener("127.0.0.1:" + port);
                case 2 -> SampleRow.connection("127.0.0.1:" + port, "127.0.0.1:1");
                default -> SampleRow.connection("127.0.0.1:" + port, "127.0.0.1:2").closed(SampleRow.START);
            });
        }
    }

    private static void assertUntouchedOutside(@Nullable Box box, int[] before, int[] after, Geometry geometry) {
        for (int i = 0; i < after.length; i++) {
            int x = i % geometry.width();
            int y = i / geometry.width();
            boolean inside = box != null && x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom();
            assertTrue(inside || before[i] == after[i], "pixel " + x + "," + y + " changed outside " + box);
        }
    }

    @Test
    void whatIsNotToBeSeenCostsNothing() {
        MapPixels pixels = prepared(Geometry.of(8, 0, 0, 100, 100));
        pixels.paint(PortMap.NONE, 0);
        PortMap far = map(List.of(SampleRow.listener("0.0.0.0:65000")));
        assertNull(pixels.paint(far, 0, far.changes(PortMap.NONE)));
    }

    @Test
    void theEphemeralRangeIsHatchedAndNoOther() {
        Geometry geometry = Geometry.of(2, -Geometry.MARGIN, -Geometry.MARGIN, 600, 600);
        MapPixels pixels = prepared(geometry);
        pixels.paint(PortMap.NONE, 0);
        int hatch = color(Palette.HATCH);
        for (int port = 0; port < PortMap.PORTS; port += 3) {
            boolean hatched = hasColor(pixels, geometry, port, hatch);
            assertTrue(!hatched || EPHEMERAL.contains(port), "port " + port);
        }
        assertTrue(count(pixels, hatch) > 5_000, "hatched pixels: " + count(pixels, hatch));
    }

    @Test
    void aMarkHasTheColourOfItsUse() {
        Geometry geometry = Geometry.of(2, -Geometry.MARGIN, -Geometry.MARGIN, 600, 600);
        MapPixels pixels = prepared(geometry);
        pixels.paint(map(List.of(SampleRow.listener("0.0.0.0:8080"))), 0);
        assertEquals(color("-qw-exp-every"), pixels.pixels()[geometry.y(8_080) * geometry.width() + geometry.x(8_080)]);
        assertEquals(64, count(pixels, color("-qw-exp-every")));
        pixels.paint(map(List.of(SampleRow.listener("0.0.0.0:8080"))), PortMap.mask(List.of(PortUse.EVERY_INTERFACE)));
        assertNotEquals(color("-qw-exp-every"), pixels.pixels()[geometry.y(8_080) * geometry.width() + geometry.x(8_080)]);
    }

    private static boolean hasColor(MapPixels pixels, Geometry geometry, int port, int color) {
        int at = geometry.y(port) * geometry.width() + geometry.x(port);
        return pixels.pixels()[at] == color || pixels.pixels()[at + 1] == color;
    }

    private static int count(MapPixels pixels, int color) {
        int count = 0;
        for (int pixel : pixels.pixels()) {
            count += pixel == color ? 1 : 0;
        }
        return count;
    }

    private static MapPixels prepared(Geometry geometry) {
        MapPixels pixels = new MapPixels(EPHEMERAL);
        pixels.prepare(geometry, MapPixelsTest::color);
        return pixels;
    }

    /** A colour of its own for each name. */
    private static int color(String name) {
        return 0xff00_0000 | NAMES.indexOf(name) + 1;
    }

    private static PortMap map(List<SampleRow> rows) {
        List<Row> made = rows.stream().map(SampleRow::row).toList();
        Snapshot snapshot = new Snapshot(1, SampleRow.START, made, History.EMPTY,
                new SourceReport("/proc", Duration.ZERO, 0, 0, true, List.of()));
        return PortMap.of(snapshot, ViewState.of(Scope.ALL), SampleRow.START);
    }
}
