package quaywatch.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.settings.Notice.BadValue;
import quaywatch.settings.SettingsText.Decoded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SettingsTextTest {

    private static final Settings CHOSEN = Settings.DEFAULTS.withTheme(Theme.DARK).withInterval(Duration.ofMillis(2500)).withShare(10)
            .withGeometry(new Geometry(-10, 20, 1200, 760, true)).withInspector(400, false).withLastScreen("connections")
            .withScreen("ports", new ScreenChoice(List.of(new ColumnChoice("owner", 146, true), new ColumnChoice("user", 0, false)),
                    "port", true, "process"))
            .withTextSize(125).withMarks(new Marks(false, 5)).withHostNames(true).withConfirmation(Confirmation.ONLY_WARNED)
            .withSavedFilters(
                    List.of(new SavedFilter("my servers", "lport:3000-3999 !user:root"), new SavedFilter("\u202etxt", "a\nb\u001b")))
            .withQueryHistory(List.of("port:8080", " java "));

    private static final String TEXT = """
            confirmation = only_warned
            cpu.percent = 10
            filter.1.name = my servers
            filter.1.query = lport:3000-3999 !user:root
            filter.2.name = \\u202etxt
            filter.2.query = a\\u000ab\\u001b
            history.1 = port:8080
            history.2 = \\ java\s
            host.names = true
            inspector.open = false
            inspector.width = 400
            interval.ms = 2500
            marks.seconds = 5
            marks.shown = false
            screen = connections
            screen.ports.columns = owner:146:shown user:0:hidden
            screen.ports.grouping = process
            screen.ports.sort = port descending
            text.percent = 125
            theme = dark
            window = -10 20 1200 760 maximized
            """;

    @Test
    void writesOnlyWhatDiffersFromTheDefault() {
        assertEquals("", SettingsText.encode(Settings.DEFAULTS, Map.of()));
        assertEquals("theme = light\n", SettingsText.encode(Settings.DEFAULTS.withTheme(Theme.LIGHT), Map.of()));
        assertEquals(TEXT, SettingsText.encode(CHOSEN, Map.of()));
    }

    @Test
    void readsWhatItWrote() {
        assertEquals(Optional.of(new Decoded(CHOSEN, new TreeMap<>(), List.of())), SettingsText.decode(TEXT));
        assertEquals(Optional.of(new Decoded(Settings.DEFAULTS, new TreeMap<>(), List.of())), SettingsText.decode(""));
    }

    @Test
    void keepsKeysItDoesNotKnow() {
        String text = "future\\ thing = \\u00fc\\u202e\nscreen.ports.zoom = 3\nscreen.a\\ b.sort = x\ntheme = dark\n";
        Decoded decoded = SettingsText.decode(text).orElseThrow();
        SortedMap<String, String> unknown = new TreeMap<>(
                Map.of("future thing", "\u00fc\u202e", "screen.ports.zoom", "3", "screen.a b.sort", "x"));
        assertEquals(new Decoded(Settings.DEFAULTS.withTheme(Theme.DARK), unknown, List.of()), decoded);
        assertEquals("future\\ thing = \\u00fc\\u202e\nscreen.a\\ b.sort = x\nscreen.ports.zoom = 3\ntheme = dark\n",
                SettingsText.encode(decoded.settings(), decoded.unknown()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            theme                | blue
            theme                | ''
            interval.ms          | 499
            interval.ms          | 60001
            cpu.percent          | 0
            cpu.percent          | 101
            interval.ms          | 1s
            interval.ms          | 99999999999999999999
            window               | 1 2 3
            window               | 1 2 1200 760 huge
            window               | 1 2 1200 76 normal
            window               | 20001 2 1200 760 normal
            window               | -2147483648 2 1200 760 normal
            inspector.width      | 279
            inspector.open       | yes
            screen               | a b
            screen.ports.sort    | port
            screen.ports.sort    | port sideways
            screen.ports.columns | owner:146
            screen.ports.columns | owner:15:shown
            screen.ports.columns | owner:20:shown owner:20:shown
            screen.ports.columns | ''
            screen.ports.grouping | 'a:b'
            text.percent         | 79
            text.percent         | 201
            text.percent         | 100%
            marks.shown          | 1
            marks.seconds        | 0
            marks.seconds        | 61
            host.names           | yes
            confirmation         | never
            filter.1.name        | alone
            filter.7.query       | alone
            filter.100.name      | ''
            history.1            | ''
            """)
    void valueOfNoUseIsTheDefaultAndNamed(String key, String value) {
        assertEquals(Optional.of(new Decoded(Settings.DEFAULTS, new TreeMap<>(), List.of(new BadValue(key, value)))),
                SettingsText.decode(key + " = " + value + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one | b | two      |   | filter.2.query
            one | b | one      | c | filter.2.name
            one | b | ' three' | c | filter.2.name
            """)
    void filterOfWhichHalfIsOfNoUseIsLeftOutAndThatHalfNamed(String name, String query, String secondName, String secondQuery,
            String badKey) {
        String text = "filter.1.name = " + name + "\nfilter.1.query = " + query + "\nfilter.2.name = " + secondName.replace(" ", "\\ ")
                + "\nfilter.2.query = " + (secondQuery == null ? "" : secondQuery) + "\n";
        Decoded decoded = SettingsText.decode(text).orElseThrow();
        assertEquals(List.of(new SavedFilter(name, query)), decoded.settings().savedFilters());
        assertEquals(List.of(badKey), decoded.bad().stream().map(BadValue::key).toList());
        assertEquals(new TreeMap<>(), decoded.unknown());
    }

    @Test
    void whatIsBeyondTheLimitsOfTheFileIsKeptAsUnknown() {
        Decoded decoded = SettingsText.decode("filter.101.name = x\nfilter.01.query = y\nhistory.51 = z\n").orElseThrow();
        assertEquals(
                new Decoded(Settings.DEFAULTS, new TreeMap<>(Map.of("filter.101.name", "x", "filter.01.query", "y", "history.51", "z")),
                        List.of()),
                decoded);
    }

    @Test
    void historyTellsAQueryOnceAndCanHaveGaps() {
        Decoded decoded = SettingsText.decode("history.2 = a\nhistory.5 = b\nhistory.9 = a\n").orElseThrow();
        assertEquals(List.of("a", "b"), decoded.settings().queryHistory());
    }

    @Test
    void oneBadValueSparesTheOthers() {
        Decoded decoded = SettingsText.decode(TEXT.replace("2500", "fast").replace("port descending", "port desc")).orElseThrow();
        Settings expected = CHOSEN.withInterval(Settings.DEFAULTS.interval())
                .withScreen("ports", CHOSEN.screen("ports").withSort("", false));
        assertEquals(new Decoded(expected, new TreeMap<>(),
                List.of(new BadValue("interval.ms", "fast"), new BadValue("screen.ports.sort", "port desc"))), decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme = \\u12", "theme\0= dark", "\0\0\0\0"})
    void whatIsNoPropertiesFileGivesNothing(String text) {
        assertEquals(Optional.empty(), SettingsText.decode(text));
    }

    @Test
    void anyPartOfAFileCanBeReadAndSparesWholeLines() {
        for (int length = 0; length <= TEXT.length(); length++) {
            String part = TEXT.substring(0, length);
            if (part.matches("(?s).*\\\\u.{0,3}")) {
                assertEquals(Optional.empty(), SettingsText.decode(part));
                continue;
            }
            Decoded decoded = SettingsText.decode(part).orElseThrow();
            assertTrue(decoded.bad().size() <= 1, decoded::toString);
            if (length > TEXT.indexOf("screen =")) {
                assertEquals(CHOSEN.interval(), decoded.settings().interval());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anySettingsComeBackTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Settings settings = settings(random);
            SortedMap<String, String> unknown = new TreeMap<>();
            for (int n = random.nextInt(3); n > 0; n--) {
                unknown.put("x" + noise(random, 12), noise(random, 12));
            }
            assertEquals(Optional.of(new Decoded(settings, unknown, List.of())),
                    SettingsText.decode(SettingsText.encode(settings, unknown)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void anyTextIsReadWithoutFailureAndSettlesAtOnce(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String text = random.nextBoolean() ? noise(random, 200) : mangled(random);
            SettingsText.decode(text).ifPresent(decoded -> {
                Decoded again = SettingsText.decode(SettingsText.encode(decoded.settings(), decoded.unknown())).orElseThrow();
                assertEquals(new Decoded(decoded.settings(), decoded.unknown(), List.of()), again);
            });
        }
    }

    private static String mangled(Random random) {
        StringBuilder text = new StringBuilder(TEXT);
        for (int n = random.nextInt(6); n > 0; n--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, noise(random, 3));
                default -> text.setCharAt(at, noise(random, 1).charAt(0));
            }
        }
        return text.toString();
    }

    /** At least one character: mostly those that mean something to a properties file, some from anywhere. */
    private static String noise(Random random, int longest) {
        String special = " =:#!\\\n\r\t\f.0a-ué\u202e\ud800\0";
        StringBuilder text = new StringBuilder();
        for (int n = 1 + random.nextInt(longest); n > 0; n--) {
            text.append(random.nextInt(8) > 0 ? special.charAt(random.nextInt(special.length() - 1)) : (char) (1 + random.nextInt(0xfffe)));
        }
        return text.toString();
    }

    private static Settings settings(Random random) {
        Settings settings = Settings.DEFAULTS.withTheme(Theme.values()[random.nextInt(4)])
                .withPalette(Palette.values()[random.nextInt(2)]).withWelcomed(random.nextBoolean())
                .withInterval(Duration.ofMillis(random.nextLong(500, 60_001))).withShare(random.nextInt(1, 101))
                .withInspector(random.nextInt(280, 421), random.nextBoolean()).withTextSize(random.nextInt(80, 201))
                .withMarks(new Marks(random.nextBoolean(), random.nextInt(1, 61))).withHostNames(random.nextBoolean())
                .withConfirmation(Confirmation.values()[random.nextInt(2)]);
        if (random.nextBoolean()) {
            settings = settings.withGeometry(new Geometry(random.nextInt(-20_000, 20_001), random.nextInt(-20_000, 20_001),
                    random.nextInt(200, 20_001), random.nextInt(200, 20_001), random.nextBoolean()));
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            settings = settings.withLastScreen("s" + n).withScreen("s" + n, choice(random)).withUsedQuery(noise(random, 40))
                    .withSavedFilters(List.of(new SavedFilter("n" + noise(random, 30) + n, "q" + noise(random, 40))));
        }
        return settings;
    }

    private static ScreenChoice choice(Random random) {
        List<ColumnChoice> columns = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            columns.add(new ColumnChoice("c-" + n, random.nextBoolean() ? 0 : random.nextInt(16, 4_001), random.nextBoolean()));
        }
        return new ScreenChoice(columns, random.nextBoolean() ? "" : "c_1", random.nextBoolean(), random.nextBoolean() ? "" : "g");
    }
}
