package quaywatch.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

import quaywatch.text.Visible;
import quaywatch.text.Words;

/** What the options of one call were given, before or after the command's name: texts, read and checked. */
final class Given {

    private final Words words;
    private final ParseResult root;
    private final ParseResult last;

    /** @param last  the command; the root again if there is none */
    Given(Words words, ParseResult root, ParseResult last) {
        this.words = words;
        this.root = root;
        this.last = last;
    }

    /** Whether an option of the command stands there. */
    boolean has(String option) {
        return last.hasMatchedOption(option);
    }

    /** Whether an option stands there, before or after the command's name. */
    boolean hasAnywhere(String option) {
        return has(option) || root.hasMatchedOption(option);
    }

    /** Whether there is no command. */
    boolean isBare() {
        return last == root;
    }

    /** What stands there that is no option. */
    List<String> rest() {
        return List.of(last.matchedPositionalValue(0, new String[0]));
    }

    /** A time in seconds; empty where nothing was said. */
    Optional<Duration> seconds(String option) throws UsageException {
        String text = value(option);
        if (text == null) {
            return Optional.empty();
        }
        if (text.matches("\\d{1,6}(\\.\\d{1,3})?")) {
            return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(text) * 1_000)));
        }
        throw new UsageException(words.get("cli.wrongSeconds", option, Visible.shortened(text, Console.MOST)));
    }

    /** One of the choices, by its name in small letters; {@code usual} where nothing was said. */
    <E extends Enum<E>> E chosen(String option, E[] choices, E usual) throws UsageException {
        String text = value(option);
        if (text == null) {
            return usual;
        }
        StringBuilder names = new StringBuilder();
        for (E choice : choices) {
            String name = StopCodes.word(choice).replace('_', '-');
            if (name.equals(text)) {
                return choice;
            }
            names.append(names.isEmpty() ? "" : ", ").append(name);
        }
        throw wrong(option, names.toString(), text);
    }

    UsageException wrong(String option, String choices, String given) {
        return new UsageException(words.get("cli.wrongChoice", option, choices, Visible.shortened(given, Console.MOST)));
    }

    /** A path that an option was given. */
    Path path(String option, String text) throws UsageException {
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException _) {
            // Told below.
        }
        throw new UsageException(words.get("cli.wrongPath", option, Visible.shortened(text, Console.MOST)));
    }

    /** What an option was given, before or after the command's name. */
    @Nullable
    String value(String option) {
        String inner = last.matchedOptionValue(option, null);
        return inner == null ? root.matchedOptionValue(option, null) : inner;
    }
}
