package quaywatch.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

    /** Prints the table below its titles; stops early and quietly if nobody reads any more. */
    void print(List<SocketLine> lines, PrintWriter out) {
        print(lines, true, out);
    }

    /** The same, without titles unless {@code header}. */
    void print(List<SocketLine> lines, boolean header, PrintWriter out) {
        List<String[]> cells = new ArrayList<>(lines.size() + 1);
        if (header) {
            cells.add(columns.stream().map(column -> wording.words().get(column.titleKey())).toArray(String[]::new));
        }
        lines.forEach(line -> cells.add(texts(line)));
        Layout layout = new Layout(columns.stream().map(Column::align).toList(), new int[columns.size()]);
        cells.forEach(layout::fit);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            text.setLength(0);
            layout.write(cells.get(i), text);
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
