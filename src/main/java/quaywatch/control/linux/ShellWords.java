package quaywatch.control.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a shell script into words and tells which of them begin a command, as far as loops need it: quotes, comments, here-documents and
 * separators, no expansions. Made for one text.
 */
final class ShellWords {

    /** After these the next word begins a command. */
    private static final Set<String> OPENERS = Set.of("while", "until", "do", "done", "if", "then", "else", "elif", "fi", "!", "{", "}");

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean quoted;
    private boolean begun;
    private boolean command = true;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /**
     * A word.
     *
     * @param text     without its quotes
     * @param quoted   whether a part of it was in quotes, so that it is no keyword
     * @param command  whether it begins a command
     * @param from     where it begins
     * @param to       where it ends
     */
    record Word(String text, boolean quoted, boolean command, int from, int to) {

        boolean is(String keyword) {
            return command && !quoted && text.equals(keyword);
        }

        String base() {
            return text.substring(text.lastIndexOf('/') + 1);
        }
    }

    static List<Word> of(String text) {
        ShellWords cutter = new ShellWords(text);
        cutter.cut();
        return cutter.words;
    }

    private void cut() {
        while (at < text.length()) {
            char sign = text.charAt(at);
            switch (sign) {
                case '\'', '"' -> quote(sign);
                case '\\' -> {
                    at++;
                    append(1);
                }
                case ' ', '\t' -> end(false);
                case '\n' -> line();
                case ';', '&', '|', '(', ')', '`' -> end(true);
                case '#' -> {
                    if (begun) {
                        append(1);
                    } else {
                        at = next('\n');
                    }
                }
                case '<' -> document();
                default -> append(1);
            }
        }
        end(true);
    }

    private int next(char sign) {
        int found = text.indexOf(sign, at);
        return found < 0 ? text.length() : found;
    }

    private void append(int count) {
        begun = true;
        int to = Math.min(text.length(), at + count);
        word.append(text, Math.min(at, to), to);
        at = to;
    }

    private void quote(char sign) {
        begun = true;
        quoted = true;
        at++;
        while (at < text.length() && text.charAt(at) != sign) {
            if (sign == '"' && text.charAt(at) == '\\') {
                at++;
            }
            append(1);
        }
        at++;
    }

    /** Ends the word; {@code separator} if a command ends with it. */
    private void end(boolean separator) {
        if (begun) {
            String found = word.toString();
            boolean keyword = command && !quoted && OPENERS.contains(found);
            boolean assignment = command && found.matches("[A-Za-z_][A-Za-z0-9_]*=.*");
            words.add(new Word(found, quoted, command, Math.max(0, at - found.length()), at));
            command = keyword || assignment;
        }
        command |= separator;
        word.setLength(0);
        begun = false;
        quoted = false;
        at++;
    }

    /** The text of a here-document is no command. */
    private void line() {
        end(true);
        for (String mark : documents) {
            boolean over = false;
            while (!over && at < text.length()) {
                int to = next('\n');
                over = text.substring(at, to).strip().equals(mark);
                at = to + 1;
            }
        }
        documents.clear();
    }

    private void document() {
        if (text.startsWith("<<", at) && !text.startsWith("<<<", at)) {
            int from = at + 2;
            while (from < text.length() && "- \t".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            int to = from;
            while (to < text.length() && " \t\n;&|)".indexOf(text.charAt(to)) < 0) {
                to++;
            }
            documents.add(text.substring(from, to).replaceAll("['\"\\\\]", ""));
            end(false);
            at = to;
        } else {
            end(false);
        }
    }
}
