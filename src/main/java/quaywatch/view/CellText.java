package quaywatch.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Text of cells and lines for the clipboard and for files that a spreadsheet may open. */
public final class CellText {

    /** Those of OWASP's page on CSV injection, the full-width ones too: some spreadsheets take them for the plain ones. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    /** A cell is in quotes only where a spreadsheet would else take it apart. */
    private static final CSVFormat TABS = CSVFormat.TDF.builder().setRecordSeparator('\n').get();

    private CellText() {}

    /** One cell as plain text, for the clipboard. */
    public static String cell(Column column, Entry line, Wording wording, Instant now) {
        return safe(column.text(line, wording, now));
    }

    /** A title that stands alone: it says which end a port belongs to. */
    static String title(Column column, Wording wording) {
        return wording.words().get(column.fullTitleKey());
    }

    /** The lines as they are shown, heads of groups too, each with tabs between its cells; below the titles if there is more than one. */
    public static String lines(Shown shown) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter out = new CSVPrinter(text, TABS)) {
            if (shown.lines().size() > 1) {
                out.printRecord(shown.titles());
            }
            for (Line line : shown.lines()) {
                out.printRecord(safe(switch (line) {
                    case GroupLine head -> shown.cells(head, Shown.name(head) + "  " + head.detail());
                    case Entry entry -> shown.cells(entry);
                }));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text can be added to without fail", e);
        }
        return text.toString().stripTrailing();
    }

    /** A text that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe in front (OWASP, CSV injection). */
    public static String safe(String text) {
        String begun = text.startsWith(" ") ? text.stripLeading() : text;
        return !begun.isEmpty() && FORMULA_SIGNS.indexOf(begun.charAt(0)) >= 0 ? "'" + text : text;
    }

    static List<String> safe(List<String> texts) {
        return texts.stream().map(CellText::safe).toList();
    }
}
