package quaywatch.control;

import java.util.List;

import quaywatch.model.ProcessFacts;

/**
 * How a process was started, as far as it shows that.
 *
 * @param arguments  one by one, exactly; a byte that is not UTF-8 stands as U+DC00 and its value. Empty where they are not all known, and for
 *                   a process that overwrote them
 * @param line       where they are not known one by one: what there is of them, joined by blanks, raw; else empty
 * @param folder     working folder, raw; empty where that is hidden
 */
public record Launch(List<String> arguments, String line, String folder) {

    public Launch {
        arguments = List.copyOf(arguments);
    }

    /** What was known before anybody asked for more. */
    static Launch of(ProcessFacts who) {
        return new Launch(List.of(), who.commandLine(), who.directory());
    }

    /** The arguments joined by blanks, raw, to be shown; empty where nothing is known. */
    public String text() {
        return arguments.isEmpty() ? line : String.join(" ", arguments);
    }

    /** How long it is, in characters. */
    int length() {
        return text().length() + folder.length();
    }

    /** No more than the beginning of the line. */
    Launch brief(int limit) {
        String text = text();
        return new Launch(List.of(), text.substring(0, Math.min(limit, text.length())), folder);
    }
}
