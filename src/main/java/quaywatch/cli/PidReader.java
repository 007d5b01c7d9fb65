package quaywatch.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import quaywatch.text.Visible;
import quaywatch.text.Words;

/** Reads process numbers as they are given on a command line. Says what was meant where something else is given. */
final class PidReader {

    private final Words words;

    PidReader(Words words) {
        this.words = words;
    }

    /** All that are named, in the order given, each once. */
    Set<Long> several(List<String> texts) throws UsageException {
        if (texts.isEmpty()) {
            throw new UsageException(words.get("cli.kill.some"));
        }
        Set<Long> pids = new LinkedHashSet<>();
        for (String text : texts) {
            pids.add(pid(text));
        }
        return pids;
    }

    private long pid(String text) throws UsageException {
        // Nobody has a number of more digits, on any system.
        if (text.matches("\\d{1,10}") && Long.parseLong(text) > 0) {
            return Long.parseLong(text);
        }
        String shown = Visible.shortened(text, Console.MOST);
        throw new UsageException(text.matches(":\\d{1,5}")
                ? words.get("cli.kill.port", shown, shown.substring(1))
                : words.get("cli.kill.wrong", shown));
    }
}
