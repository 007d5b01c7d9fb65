package quaywatch.control.words;

/**
 * Something to tell the user, ready to show.
 *
 * @param title    the outcome or the fact, a few words without a full stop
 * @param detail   the proof or what follows, sentences; may be empty
 * @param command  a command for a terminal that helps further, safe to paste into a shell; empty where there is none
 */
public record Line(String title, String detail, String command) {

    Line(String title, String detail) {
        this(title, detail, "");
    }

    /** All of it as one line of text. */
    public String text() {
        String start = detail.isEmpty() ? title : title + ". " + detail;
        // A detail ends with what leads over to the command.
        return command.isEmpty() ? start : start + (detail.isEmpty() ? ": " : " ") + command;
    }
}
