package quaywatch.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import quaywatch.cli.CommandModel;
import quaywatch.cli.ExitCode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What packages and completions say of the program is what the program is. */
class MetadataTest {

    private static final Path FOLDER = Path.of("packaging", "linux");
    private static final String ID = "io.github.quaywatch.Quaywatch";

    private static Properties built() throws IOException {
        Properties built = new Properties();
        try (var in = Objects.requireNonNull(Shipped.class.getResourceAsStream("/quaywatch/build.properties"))) {
            built.load(in);
        }
        return built;
    }

    private static List<MatchResult> found(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(file)).results().toList();
    }

    @Test
    void newestReleaseOfTheMetainfoIsTheVersionAndItsDay() throws IOException {
        MatchResult newest = found("<release version=\"([^\"]+)\" date=\"([^\"]+)\">", FOLDER.resolve(ID + ".metainfo.xml")).getFirst();
        assertEquals(built().getProperty("version"), newest.group(1));
        assertEquals(built().getProperty("timestamp").substring(0, 10), newest.group(2));
    }

    @Test
    void completionsOfferEveryScreenThatTheWindowHas() {
        assertEquals(Places.names(), CommandModel.SCREENS);
        assertTrue(Pose.NAMES.containsAll(CommandModel.SCREENS));
    }

    @Test
    void actionsOfTheDesktopEntryLeadToScreensThatAreThere() throws IOException {
        List<MatchResult> actions = found("(?m)^Exec=quaywatch --screen (.*)$", FOLDER.resolve(ID + ".desktop"));
        assertFalse(actions.isEmpty());
        actions.forEach(action -> assertTrue(Places.names().contains(action.group(1)), action::group));
    }

    @Test
    void exitCodesOfReadmeAndGuideAreThoseThatThereAre() throws IOException {
        List<String> codes = Stream.of(ExitCode.values()).map(ExitCode::number).sorted().map(String::valueOf).toList();
        String readme = found("(?s)Exit codes: (.*?)\\. ", Path.of("README.md")).getFirst().group(1);
        assertEquals(codes, Pattern.compile("\\b\\d+\\b").matcher(readme).results().map(MatchResult::group).toList());
        assertEquals(codes, found("(?m)^\\| (\\d+) \\|", Path.of("src", "site", "markdown", "guide", "commands.md")).stream()
                .map(row -> row.group(1)).toList());
    }
}
