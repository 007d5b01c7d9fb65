package quaywatch.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import quaywatch.text.Visible;
import quaywatch.text.Words;

/** The arguments that open the window or draw it. */
final class WindowArguments {

    private static final List<String> OF_A_PICTURE = List.of("--screenshot", "--theme", "--size", "--screen");
    private static final String SIZE = "(\\d{1,5})x(\\d{1,5})";

    private final Words words;
    private final Given given;

    WindowArguments(Words words, Given given) {
        this.words = words;
        this.given = given;
    }

    /** Whether a picture is wanted; what only a picture has is wrong beside a command or without a file. */
    boolean wantsPicture() throws UsageException {
        textSize();
        if (given.isBare() && given.value("--screenshot") != null) {
            query(false);
            return true;
        }
        for (String option : OF_A_PICTURE) {
            if (given.value(option) != null && !(given.isBare() && option.equals("--screen"))) {
                throw new UsageException(words.get("cli.pictureOnly", option));
            }
        }
        return false;
    }

    /** How the window shall open. */
    Opening opening(List<String> places) throws UsageException {
        String screen = given.value("--screen");
        if (screen != null && !places.contains(screen)) {
            throw given.wrong("--screen", String.join(", ", places), screen);
        }
        return new Opening(textSize(), query(true), screen == null ? "" : screen);
    }

    /** The words without a command. What has neither a field nor a port is no query but a command that does not exist. */
    private String query(boolean belongs) throws UsageException {
        String text = String.join(" ", given.rest());
        if (!text.isEmpty() && !(belongs && text.matches("(?s)\\d.*|.*[:<>=].*"))) {
            throw new UsageException(words.get("cli.noCommand", Visible.shortened(text, Console.MOST), Arguments.ROOT));
        }
        return text;
    }

    /** The picture that is wanted. */
    Screenshot screenshot(SourceChoice source, List<String> screens) throws UsageException {
        String file = given.value("--screenshot");
        String screen = given.value("--screen");
        if (screen != null && !screens.contains(screen)) {
            throw given.wrong("--screen", String.join(", ", screens), screen);
        }
        int[] size = size(given.value("--size"));
        return new Screenshot(given.path("--screenshot", file == null ? "" : file),
                given.chosen("--theme", Screenshot.Theme.values(), Screenshot.Theme.LIGHT), size[0], size[1],
                screen == null ? screens.getFirst() : screen, textSize().orElse(Screenshot.USUAL_TEXT), source);
    }

    /** How large text shall be, in percent; empty where nothing was said. Wrong beside a command: a terminal has its own. */
    OptionalInt textSize() throws UsageException {
        String text = given.value("--text-size");
        if (text == null) {
            return OptionalInt.empty();
        }
        if (!given.isBare()) {
            throw new UsageException(words.get("cli.windowOnly", "--text-size"));
        }
        if (text.matches("\\d{2,3}") && Screenshot.canHaveText(Integer.parseInt(text))) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        throw new UsageException(words.get("cli.wrongTextSize", Visible.shortened(text, Console.MOST), Screenshot.SMALLEST_TEXT,
                Screenshot.LARGEST_TEXT));
    }

    private int[] size(@Nullable String text) throws UsageException {
        String wanted = text == null ? Screenshot.USUAL_SIZE : text;
        Matcher figures = Pattern.compile(SIZE).matcher(wanted);
        if (figures.matches()) {
            int width = Integer.parseInt(figures.group(1));
            int height = Integer.parseInt(figures.group(2));
            if (Screenshot.canBe(width, height)) {
                return new int[]{width, height};
            }
        }
        throw new UsageException(
                words.get("cli.wrongSize", Visible.shortened(wanted, Console.MOST), Screenshot.SMALLEST + "x" + Screenshot.SMALLEST,
                        Screenshot.WIDEST + "x" + Screenshot.HIGHEST));
    }
}
