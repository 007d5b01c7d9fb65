package quaywatch.cli;

import java.util.List;

import quaywatch.view.Column.Align;

/**
 * Cells in aligned columns, two blanks apart. A column becomes wider when something does not fit, and never narrower: lines that are printed
 * later stand below those before.
 */
final class Layout {

    private static final String GAP = "  ";

    private final List<Align> aligns;
    private final int[] widths;

    /** @param widths  of the columns, at least */
    Layout(List<Align> aligns, int... widths) {
        this.aligns = List.copyOf(aligns);
        this.widths = widths.clone();
    }

    /** Makes columns as wide as these cells need. */
    void fit(String[] cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], TerminalWidth.of(cells[i]));
        }
    }

    /** Writes a line of cells that fit, without an end of line. */
    void write(String[] cells, StringBuilder out) {
        for (int i = 0; i < cells.length; i++) {
            boolean last = i == cells.length - 1;
            int fill = widths[i] - TerminalWidth.of(cells[i]);
            switch (aligns.get(i)) {
                case RIGHT -> out.repeat(' ', fill).append(cells[i]);
                case LEFT -> out.append(cells[i]).repeat(' ', last ? 0 : fill);
            }
            out.append(last ? "" : GAP);
        }
    }
}
