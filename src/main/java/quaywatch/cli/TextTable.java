package quaywatch.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import quaywatch.text.Visible;
import quaywatch.view.Column;
import quaywatch.view.SocketLine;
import quaywatch.view.Wording;

/** Lines in aligned columns with a head. Safe on a terminal whatever the names hold. */
final class TextTable {

    /** After how many lines it is asked whether anyone still reads; asking empties the buffer. */
    private static final int BATCH = 500;

    private final List<Column> columns;
    private final Wording wording;
    private final Instant now;

    TextTable(List<Column> columns, Wording wording, Instant now) {
        this.columns = columns;
        this.wording = wording;
        this.now = now;
    }

    /** Prints the table; stops early and quietly if nobody reads any more. */
    void print(List<SocketLine> lines, PrintWriter out) {
        String[][] cells = new String[lines.size() + 1][];
        cells[0] = columns.stream().map(column -> wording.words().get(column.titleKey())).toArray(String[]::new);
        for (int i = 0; i < lines.size(); i++) {
            cells[i + 1] = texts(lines.get(i));
        }
        Layout layout = new Layout(columns.stream().map(Column::align).toList(), new int[columns.size()]);
        Stream.of(cells).forEach(layout::fit);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            text.setLength(0);
            layout.write(cells[i], text);
            out.println(text);
            if (i % BATCH == BATCH - 1 && out.checkError()) {
                return;
            }
        }
    }

    private String[] texts(SocketLine line) {
        String[] texts = new String[columns.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = Visible.of(columns.get(i).text(line, wording, now));
        }
        return texts;
    }
}
