package quaywatch.view;

import java.io.IOException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import quaywatch.view.Shown.Section;

/**
 * Writes what a table shows as CSV (RFC 4180): titles, then a record for each line, its cells as they are shown and none that a spreadsheet
 * takes for a formula. Of lines in groups the first field names the group. A group without lines below it, such as a closed one, is a record with the sums of its head.
 */
public final class ShownCsv {

    private final Shown shown;
    private final boolean grouped;

    private ShownCsv(Shown shown) {
        this.shown = shown;
        this.grouped = shown.grouped();
    }

    /** @param titles  whether a record of titles stands before the others */
    public static void write(Shown shown, boolean titles, Appendable target) throws IOException {
        // Not closed: that would close the target.
        CSVPrinter out = new CSVPrinter(target, CSVFormat.RFC4180);
        ShownCsv csv = new ShownCsv(shown);
        if (titles) {
            out.printRecord(csv.grouped
                    ? Shown.with(shown.wording().words().get("view.title.group"), shown.titles())
                    : shown.titles());
        }
        for (Section section : shown.sections()) {
            csv.write(section, out);
        }
        out.flush();
    }

    private void write(Section section, CSVPrinter out) throws IOException {
        GroupLine head = section.head();
        String name = head == null ? "" : Shown.name(head);
        if (head != null && section.entries().isEmpty()) {
            out.printRecord(CellText.safe(Shown.with(name, shown.cells(head, head.detail()))));
        }
        for (Entry entry : section.entries()) {
            out.printRecord(CellText.safe(grouped ? Shown.with(name, shown.cells(entry)) : shown.cells(entry)));
        }
    }
}
