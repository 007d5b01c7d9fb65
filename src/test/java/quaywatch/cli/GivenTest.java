package quaywatch.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.cli.OneCall.wrong;

class GivenTest {

    private static final int ROUNDS = 400;
    private static final String ODD = "0123456789.,+-eExXdf \t\n\u00a0\u0661\u202e\ud83d\ude00\ud800\u001b";

    private final Random random = new Random(20_261_129);

    @Test
    void optionCountsBeforeAndAfterTheCommandAndTheNearerOneWins() {
        assertEquals("proc", OneCall.of("--source", "proc", "list").value("--source"));
        assertEquals("proc", OneCall.of("list", "--source", "proc").value("--source"));
        assertEquals("proc", OneCall.of("--source", "oshi", "list", "--source", "proc").value("--source"));
        assertNull(OneCall.of("list").value("--source"));
    }

    @Test
    void optionOfTheCommandIsToldFromOneBeforeIt() {
        Given before = OneCall.of("--verbose", "list");
        assertFalse(before.has("--verbose"));
        assertTrue(before.hasAnywhere("--verbose"));
        Given after = OneCall.of("list", "--verbose");
        assertTrue(after.has("--verbose"));
        assertTrue(after.hasAnywhere("--verbose"));
        assertFalse(OneCall.of("list").hasAnywhere("--verbose"));
    }

    @Test
    void optionThatTheCommandDoesNotKnowIsNotThere() {
        Given given = OneCall.of("doctor");
        assertFalse(given.hasAnywhere("--json"));
        assertNull(given.value("--interval"));
    }

    @Test
    void restIsWhatIsNoOption() {
        Given bare = OneCall.of("port:80", "--screen", "ports", "node");
        assertTrue(bare.isBare());
        assertEquals(List.of("port:80", "node"), bare.rest());
        Given command = OneCall.of("who", "80", "--json", "443");
        assertFalse(command.isBare());
        assertEquals(List.of("80", "443"), command.rest());
        assertEquals(List.of(), OneCall.of("doctor").rest(), "a command that takes nothing");
        assertEquals(List.of(), OneCall.of().rest());
    }

    @Test
    void noTimeIsNone() throws UsageException {
        assertEquals(Optional.empty(), OneCall.of("free", "80").seconds("--timeout"));
    }

    @Test
    void timeIsReadToTheMillisecond() throws UsageException {
        for (int i = 0; i < ROUNDS; i++) {
            String text = Integer.toString(random.nextInt(1_000_000));
            if (random.nextBoolean()) {
                text += "." + "%03d".formatted(random.nextInt(1_000)).substring(random.nextInt(3));
            }
            assertEquals(Optional.of(Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact())), seconds(text), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "+1", ".5", "5.", "1e3", "1.2345", "1000000", "0x10", "1d", " 1", "1 ", "1,5", "NaN",
            "\u0661"})
    void whatIsNoTimeIsASentence(String text) {
        assertEquals("--timeout is a number of seconds, such as 5 or 0.5, not \"" + text + "\".", wrong(() -> seconds(text)));
    }

    @Test
    void anyTextIsATimeOrASentenceThatCanBeShown() {
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(ODD.charAt(random.nextInt(ODD.length())));
            }
            try {
                assertTrue(seconds(text.toString()).orElseThrow().compareTo(Duration.ofSeconds(1_000_000)) < 0, text::toString);
            } catch (UsageException e) {
                assertTrue(e.sentence().startsWith("--timeout is ") && e.sentence().chars().noneMatch(Character::isISOControl),
                        e::sentence);
            }
        }
    }

    private static Optional<Duration> seconds(String text) throws UsageException {
        return OneCall.of("free", "--timeout=" + text, "80").seconds("--timeout");
    }

    @Test
    void choiceIsReadByTheNameThatIsShown() throws UsageException {
        for (Screenshot.Theme theme : Screenshot.Theme.values()) {
            String name = theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertEquals(theme, theme("--theme", name));
        }
        assertEquals(Screenshot.Theme.DARK, theme());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dark", "safe_dark", "dark ", "blue"})
    void whatIsNoChoiceIsASentenceWithAllOfThem(String name) {
        assertEquals("--theme can be light, dark, contrast, safe-light, safe-dark, not \"" + name + "\".",
                wrong(() -> theme("--theme=" + name)));
    }

    @Test
    void choiceIsOneOfThoseOffered() {
        Screenshot.Theme[] two = {Screenshot.Theme.LIGHT, Screenshot.Theme.DARK};
        assertEquals("--theme can be light, dark, not \"contrast\".",
                wrong(() -> OneCall.of("--theme", "contrast").chosen("--theme", two, Screenshot.Theme.LIGHT)));
    }

    private static Screenshot.Theme theme(String... args) throws UsageException {
        return OneCall.of(args).chosen("--theme", Screenshot.Theme.values(), Screenshot.Theme.DARK);
    }

    @Test
    void anythingButNothingCanBeAPath() throws UsageException {
        Given given = OneCall.of();
        assertEquals(Path.of("a b/c.png"), given.path("--proc", "a b/c.png"));
        assertEquals(Path.of(" "), given.path("--proc", " "));
        assertEquals("--proc needs a path; \"\" can't be one.", wrong(() -> given.path("--proc", "")));
        assertEquals("--proc needs a path; \"a\\x00b\" can't be one.", wrong(() -> given.path("--proc", "a\0b")));
    }

    @Test
    void longTextComesBackShortened() {
        String sentence = wrong(() -> seconds("9".repeat(5_000)));
        assertTrue(sentence.length() < Console.MOST + 100 && sentence.contains("9".repeat(Console.MOST / 2)), sentence);
    }
}
