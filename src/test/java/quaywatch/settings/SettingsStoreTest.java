package quaywatch.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.fake.HandScheduler;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class SettingsStoreTest {

    private static final Settings DARK = Settings.DEFAULTS.withTheme(Theme.DARK);
    private static final Duration DELAY = Duration.ofMillis(SettingsStore.DELAY_MILLIS);

    private final HandScheduler scheduler = new HandScheduler();
    private final List<Notice> notices = new ArrayList<>();

    @TempDir
    Path home;

    @Test
    void missingFileIsAFreshStart() {
        assertEquals(new Loaded(Settings.DEFAULTS, List.of()), store().load());
    }

    @Test
    void whatWasSavedIsLoadedAgain() {
        try (SettingsStore store = store()) {
            store.load();
            store.save(DARK);
        }
        assertEquals(new Loaded(DARK, List.of()), store().load());
        assertEquals(List.of(), notices);
    }

    @Test
    void changesAreGatheredForASecond() throws IOException {
        SettingsStore store = store();
        store.load();
        store.save(DARK);
        store.save(DARK.withLastScreen("ports"));
        assertEquals(List.of(DELAY), scheduler.waiting());
        assertFalse(Files.exists(file()));
        scheduler.pass(DELAY);
        assertEquals("screen = ports\ntheme = dark\n", Files.readString(file()));
        assertEquals(List.of(), scheduler.waiting());
    }

    @Test
    void nothingIsWrittenWhereNothingChanged() {
        SettingsStore store = store();
        store.load();
        store.save(Settings.DEFAULTS);
        scheduler.pass(DELAY);
        assertFalse(Files.exists(file()));
    }

    @Test
    void onlyTheOwnerMayReadTheFileAndNothingElseIsLeft() throws IOException {
        SettingsStore store = store();
        store.save(DARK);
        store.close();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals(List.of("settings.properties"), names());
    }

    @Test
    void unknownKeysSurviveASave() throws IOException {
        given("future = 7\n");
        SettingsStore store = store();
        assertEquals(new Loaded(Settings.DEFAULTS, List.of()), store.load());
        store.save(DARK);
        store.close();
        assertEquals("future = 7\ntheme = dark\n", Files.readString(file()));
    }

    @Test
    void valueOfNoUseIsNamedAndTheFileKeptBeside() throws IOException {
        given("theme = blue\ninterval.ms = 2000\n");
        SettingsStore store = store();
        Settings settings = Settings.DEFAULTS.withInterval(Duration.ofSeconds(2));
        assertEquals(new Loaded(settings, List.of(new Notice.BadValue("theme", "blue"))), store.load());
        store.save(settings);
        store.close();
        assertEquals("interval.ms = 2000\n", Files.readString(file()));
        assertEquals("theme = blue\ninterval.ms = 2000\n", Files.readString(aside()));
    }

    @Test
    void fileThatIsNoTextIsKeptBesideAndReplaced() throws IOException {
        Files.createDirectories(file().getParent());
        byte[] noise = {(byte) 0xff, (byte) 0xfe, 0, 1};
        Files.write(file(), noise);
        SettingsStore store = store();
        assertEquals(new Loaded(Settings.DEFAULTS, List.of(new Notice.BrokenFile(aside()))), store.load());
        store.save(DARK);
        store.close();
        assertEquals("theme = dark\n", Files.readString(file()));
        assertEquals(List.of(noise.length, (byte) 0xff), List.of(Files.readAllBytes(aside()).length, Files.readAllBytes(aside())[0]));
    }

    @Test
    void hugeFileIsNotRead() throws IOException {
        given("x = " + "y".repeat(SettingsFile.LARGEST) + "\n");
        assertEquals(new Loaded(Settings.DEFAULTS, List.of(new Notice.BrokenFile(aside()))), store().load());
    }

    @Test
    void fileThatCanNotBeReadIsLeftAlone() throws IOException {
        Files.createDirectories(file());
        SettingsStore store = store();
        assertEquals(new Loaded(Settings.DEFAULTS, List.of(new Notice.CanNotRead(file(), "Is a directory"))), store.load());
        store.save(DARK);
        store.close();
        assertTrue(Files.isDirectory(file()));
        assertEquals(List.of(), notices);
    }

    @Test
    void failingSaveIsToldOnceUntilOneSucceeds() throws IOException {
        SettingsStore store = store();
        store.load();
        Files.writeString(home.resolve("quaywatch"), "in the way");
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            store.save(Settings.DEFAULTS.withTheme(theme));
            scheduler.pass(DELAY);
        }
        assertEquals(List.of(new Notice.CanNotSave(file(), "File exists")), notices);
        Files.delete(home.resolve("quaywatch"));
        store.save(DARK);
        scheduler.pass(DELAY);
        assertEquals("theme = dark\n", Files.readString(file()));
        assertEquals(1, notices.size());
    }

    @Test
    void linkedFileStaysALink() throws IOException {
        Path real = Files.writeString(home.resolve("elsewhere"), "");
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), real);
        SettingsStore store = store();
        store.load();
        store.save(DARK);
        store.close();
        assertTrue(Files.isSymbolicLink(file()));
        assertEquals("theme = dark\n", Files.readString(real));
    }

    @Test
    void linkWaitsForItsFile() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), Path.of("../kept/settings"));
        SettingsStore store = store();
        assertEquals(new Loaded(Settings.DEFAULTS, List.of()), store.load());
        store.save(DARK);
        store.close();
        assertEquals(List.of(), notices);
        assertTrue(Files.isSymbolicLink(file()));
        assertEquals("theme = dark\n", Files.readString(home.resolve("kept/settings")));
    }

    /** A pipe would be waited for, and root could put a file in the place of /dev/null. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsNoFileIsNeitherReadNorReplaced() throws IOException, InterruptedException {
        Path pipe = home.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), pipe);
        SettingsStore store = store();
        assertEquals(new Loaded(Settings.DEFAULTS, List.of(new Notice.CanNotRead(file(), "Not a regular file"))), store.load());
        store.save(DARK);
        store.close();
        assertFalse(Files.isRegularFile(pipe));
        assertEquals(List.of("pipe", "quaywatch"), Stream.of(Objects.requireNonNull(home.toFile().list())).sorted().toList());
    }

    /** It was a file when it was read. */
    @Test
    void whatHasBecomeNoFileSinceIsNotReplaced() throws IOException {
        SettingsStore store = store();
        store.load();
        Files.createDirectories(file());
        store.save(DARK);
        store.close();
        assertEquals(List.of(new Notice.CanNotSave(file(), "Is a directory")), notices);
    }

    @Test
    void withoutAHomeItWorksInMemoryAndSaysSo() {
        try (SettingsStore store = new SettingsStore(Optional.empty(), scheduler, notices::add)) {
            assertEquals(new Loaded(Settings.DEFAULTS, List.of(new Notice.NoHome())), store.load());
            store.save(DARK);
            assertEquals(List.of(), scheduler.waiting());
        }
        assertEquals(List.of(), notices);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = { //
            "/x, /h, /x/quaywatch", //
            "-,  /h, /h/.config/quaywatch", //
            "'', /h, /h/.config/quaywatch", //
            "x,  /h, /h/.config/quaywatch", //
            "-,  h,  -", //
            "-,  '', -", //
            "-,  -,  -"})
    void folderFollowsTheXdgRules(String config, String home, String expected) {
        Map<String, String> environment = new HashMap<>();
        environment.put("XDG_CONFIG_HOME", config);
        environment.put("HOME", home);
        assertEquals(Optional.ofNullable(expected).map(Path::of), SettingsFolder.of(environment));
    }

    /** {@code sudo -E}: what root makes there, its user could never write to again. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void rootKeepsNothingInTheHomeOfAnotherUser() throws IOException {
        assumeTrue(Files.getAttribute(home, "unix:uid").equals(0), "root only");
        Path other = Files.createDirectory(home.resolve("mira"));
        Map<String, String> environment = Map.of("HOME", other.toString(), "XDG_STATE_HOME", other + "/state/deep", "XDG_RUNTIME_DIR",
                other + "/run");
        assertEquals(Optional.of(other.resolve("state/deep/quaywatch")), StateFolder.of(environment));
        assertEquals(Optional.of(other.resolve("run/quaywatch")), RuntimeFolder.of(environment));
        assertFalse(BaseFolder.isAnothers(environment));
        Files.setAttribute(other, "unix:uid", 65_534);
        assertTrue(BaseFolder.isAnothers(Map.of("HOME", home.toString(), "XDG_RUNTIME_DIR", other + "/run")));
        assertFalse(BaseFolder.isAnothers(Map.of("HOME", home.toString())));
        Path own = Path.of(System.getProperty("user.home"));
        assertEquals(Optional.of(own.resolve(".config/quaywatch")), SettingsFolder.of(environment));
        assertEquals(Optional.of(own.resolve(".local/state/quaywatch")), StateFolder.of(environment));
        assertEquals(Optional.of(own.resolve(".local/state/quaywatch")), RuntimeFolder.of(environment));
    }

    @Test
    void noticesSayWhatAndWhatToDo() {
        Words words = new Words(Locale.ENGLISH);
        assertEquals(List.of(
                "There is no home folder, so settings last until the program ends. Set HOME or XDG_CONFIG_HOME to keep them.",
                "The setting theme can't be \"\\x1b[1mblue\", so its default is used. "
                        + "The file as it was is kept beside it with the ending .bad.",
                "The settings file can't be read as text, so the defaults are used. What it was is kept in /a/b.bad.",
                "The settings in /a/b can't be read (Permission denied), so the defaults are used and changes are not kept. "
                        + "Check who owns the file.",
                "The settings can't be saved to /a/b (No space left on device). Check the folder's permissions and the space left."),
                Stream.of(new Notice.NoHome(), new Notice.BadValue("theme", "\u001b[1mblue"), new Notice.BrokenFile(Path.of("/a/b.bad")),
                        new Notice.CanNotRead(Path.of("/a/b"), "Permission denied"),
                        new Notice.CanNotSave(Path.of("/a/b"), "No space left on device")).map(notice -> notice.sentence(words)).toList());
    }

    private SettingsStore store() {
        return new SettingsStore(Optional.of(home.resolve("quaywatch")), scheduler, notices::add);
    }

    private Path file() {
        return home.resolve("quaywatch/settings.properties");
    }

    private Path aside() {
        return home.resolve("quaywatch/settings.properties.bad");
    }

    private void given(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text, StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Whoever saves draws the window. */
    @Test
    void savingWaitsForNoWriteThatIsUnderWay() throws Exception {
        Files.writeString(home.resolve("quaywatch"), "no folder");
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch saved = new CountDownLatch(1);
        SettingsStore store = new SettingsStore(Optional.of(home.resolve("quaywatch")), scheduler, _ -> {
            writing.countDown();
            try {
                saved.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        store.save(DARK);
        Thread writer = Thread.ofPlatform().daemon().start(() -> scheduler.pass(DELAY));
        writing.await();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> store.save(DARK.withLastScreen("ports")));
        saved.countDown();
        writer.join();
    }
}
