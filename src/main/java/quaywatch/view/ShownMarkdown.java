package quaywatch.view;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import quaywatch.view.Shown.Section;

/**
 * Writes what a table shows as a table of GitHub's Markdown. The head of a group is a row of its own, its name in bold. Other people's text
 * never acts as markup.
 */
final class ShownMarkdown {

    private static final String SIGNS = "\\`*~<>[]|&";

    private ShownMarkdown() {}

    static void write(Shown shown, Appendable out) throws IOException {
        row(out, shown.titles().stream().map(ShownMarkdown::plain).toList());
        row(out, shown.columns().stream().map(column -> column.align() == Column.Align.RIGHT ? "---:" : "---").toList());
        for (Section section : shown.sections()) {
            GroupLine head = section.head();
            if (head != null) {
                row(out, shown.cells(head, "").stream().map(ShownMarkdown::plain).toList(), head);
            }
            for (Entry entry : section.entries()) {
                row(out, shown.cells(entry).stream().map(ShownMarkdown::plain).toList());
            }
        }
    }

    private static void row(Appendable out, List<String> cells) throws IOException {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static void row(Appendable out, List<String> sums, GroupLine head) throws IOException {
        String name = "**" + plain(Shown.name(head)) + "**" + (head.detail().isEmpty() ? "" : " " + plain(head.detail()));
        String rest = sums.stream().skip(1).collect(Collectors.joining(" | "));
        out.append("| ").append(name).append(sums.size() > 1 ? " | " + rest : "").append(" |\n");
    }

    /** The text with a backslash before whatever could be markup. Underscores inside words are none. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SIGNS.indexOf(c) >= 0 || c == '_' && !insideWord(text, i)) {
                out.append('\\');
            }
            out.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        return out.toString();
    }

    private static boolean insideWord(String text, int at) {
        return at > 0 && at < text.length() - 1 && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }
}
