package quaywatch.ui.portmap;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import quaywatch.model.PortRange;

/** Ports that were selected on the map. */
public sealed interface Stretch {

    /** The ranges it is made of, in order. */
    List<PortRange> ranges();

    /** How many ports it has. */
    default int size() {
        return ranges().stream().mapToInt(PortRange::size).sum();
    }

    /** {@code 3000-3999}, as the query language has it; several ranges with commas. */
    default String text() {
        return ranges().stream().map(range -> range.size() == 1 ? "" + range.first() : range.first() + "-" + range.last())
                .collect(Collectors.joining(","));
    }

    /** From one port to another, over as many rows as that takes. */
    record Run(PortRange range) implements Stretch {

        @Override
        public List<PortRange> ranges() {
            return List.of(range);
        }
    }

    /** A rectangle of the picture: so many columns of so many rows. */
    record Block(int firstRow, int lastRow, int firstColumn, int lastColumn) implements Stretch {

        @Override
        public List<PortRange> ranges() {
            return IntStream.rangeClosed(firstRow, lastRow)
                    .mapToObj(row -> new PortRange(row * Geometry.SIDE + firstColumn, row * Geometry.SIDE + lastColumn)).toList();
        }
    }

    /** What lies between two ports, in either order; a block that is as wide as the picture is a run. */
    static Stretch between(int one, int other, boolean rectangle) {
        int rowA = one / Geometry.SIDE;
        int rowB = other / Geometry.SIDE;
        int columnA = one % Geometry.SIDE;
        int columnB = other % Geometry.SIDE;
        int firstRow = Math.min(rowA, rowB);
        int lastRow = Math.max(rowA, rowB);
        int firstColumn = Math.min(columnA, columnB);
        int lastColumn = Math.max(columnA, columnB);
        if (rectangle && lastColumn - firstColumn == Geometry.SIDE - 1) {
            return new Run(new PortRange(firstRow * Geometry.SIDE, lastRow * Geometry.SIDE + lastColumn));
        }
        return rectangle && firstRow < lastRow
                ? new Block(firstRow, lastRow, firstColumn, lastColumn)
                : new Run(new PortRange(Math.min(one, other), Math.max(one, other)));
    }
}
