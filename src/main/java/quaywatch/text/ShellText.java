package quaywatch.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes arguments on one line so that a POSIX shell reads exactly them again. What can't be seen is spelled out, for a terminal would act on it
 * while it is pasted, and in a list a line end would pass for the next entry. A byte that is not UTF-8 stands in the text as U+DC00 and its value.
 */
public final class ShellText {

    /** No {@code =}, which would make the first word an assignment, nor {@code ~}. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./-]+");

    /** Shell Command Language, 2.4 and 2.9; {@code time} is one to bash. */
    private static final Set<String> RESERVED = Set.of("case", "do", "done", "elif", "else", "esac", "fi", "for", "function", "if", "in",
            "select", "then", "time", "until", "while");

    private ShellText() {}

    /** The command that these arguments are. */
    public static String command(List<String> arguments) {
        return oneLine(arguments.stream().map(ShellText::word).collect(Collectors.joining(" ")));
    }

    /** The same, run in a folder. */
    public static String in(String folder, String command) {
        // A folder that begins with a hyphen is no option.
        return oneLine("cd -- " + word(folder)) + " && " + command;
    }

    /**
     * A command that has line ends within its quotes, on one line. The shell drops those at the end of what a command prints, so no word can be
     * printed; the whole command can, as it ends with a quote.
     */
    private static String oneLine(String command) {
        if (command.indexOf('\n') < 0) {
            return command;
        }
        // In double quotes bash would look for "!" in its history.
        String format = command.replace("\\", "\\\\").replace("%", "%%").replace("\n", "\\n").replace("'", "\\047").replace("!", "\\041");
        return "eval \"$(printf '" + (format.startsWith("-") ? "\\055" + format.substring(1) : format) + "')\"";
    }

    /** One word; a line end is still one. */
    private static String word(String raw) {
        return PLAIN.matcher(raw).matches() && !RESERVED.contains(raw) ? raw : quoted(raw);
    }

    private static String quoted(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 16);
        int at = 0;
        while (at < raw.length()) {
            int end = at;
            boolean spelled = isSpelled(raw.codePointAt(at));
            while (end < raw.length() && isSpelled(raw.codePointAt(end)) == spelled) {
                end += Character.charCount(raw.codePointAt(end));
            }
            String part = raw.substring(at, end);
            out.append(spelled ? "\"$(printf '" + octal(part) + "')\"" : "'" + part.replace("'", "'\\''") + "'");
            at = end;
        }
        return out.isEmpty() ? "''" : out.toString();
    }

    /** All but a line end, which the shell would drop at the end of what a command prints. */
    private static boolean isSpelled(int point) {
        return point != '\n' && Visible.hidden(point);
    }

    private static String octal(String part) {
        StringBuilder out = new StringBuilder();
        part.codePoints().forEach(point -> {
            if (point >= 0xdc80 && point <= 0xdcff) {
                out.append(String.format("\\%03o", point & 0xff));
            } else {
                for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format("\\%03o", each & 0xff));
                }
            }
        });
        return out.toString();
    }
}
