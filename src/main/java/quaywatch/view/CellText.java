package quaywatch.view;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Text of cells and lines for the clipboard and for files that a spreadsheet may open. */
public final class CellText {

    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private CellText() {}

    /** One cell as plain text, for the clipboard. */
    public static String cell(Column column, Entry line, Wording wording, Instant now) {
        return safe(column.text(line, wording, now));
    }

    /** One line as cells with tabs between them. */
    public static String line(List<Column> columns, Entry line, Wording wording, Instant now) {
        return columns.stream().map(column -> cell(column, line, wording, now)).collect(Collectors.joining("\t"));
    }

    /** The titles with tabs between them. */
    public static String titles(List<Column> columns, Wording wording) {
        return columns.stream().map(column -> wording.words().get(column.titleKey())).collect(Collectors.joining("\t"));
    }

    /** A text that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe in front (OWASP, CSV injection). */
    public static String safe(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
