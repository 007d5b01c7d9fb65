package quaywatch.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The file of deeds: whose it is, how long it grows, and what it bears. */
@DisabledOnOs(OS.WINDOWS)
class JournalFileTest {

    @TempDir
    Path home;

    private Path folder;
    private Path file;
    private JournalFile journal;

    @BeforeEach
    void open() {
        folder = home.resolve("state/quaywatch");
        file = folder.resolve("journal.jsonl");
        journal = new JournalFile(folder);
    }

    private static Deed deed(int number) {
        return MadeDeed.of("id" + number, 1 + number % 65_535, "node", "server.js");
    }

    private static List<String> ids(Journal.Deeds deeds) {
        return deeds.latestFirst().stream().map(Deed::id).toList();
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void readingMakesNothing() throws IOException {
        assertEquals(Journal.Deeds.NONE, journal.read());
        assertEquals(Optional.empty(), journal.erase());
        try (Stream<Path> made = Files.list(home)) {
            assertEquals(List.of(), made.toList());
        }
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        assertEquals(Optional.empty(), journal.write(deed(1)));
        assertEquals("rwx------ rwx------", rights(home.resolve("state")) + " " + rights(folder));
        try (Stream<Path> made = Files.list(folder)) {
            for (Path each : made.toList()) {
                assertEquals("rw-------", rights(each), each.toString());
            }
        }
    }

    @Test
    void whatOthersCouldReadIsClosedToThem() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        journal.write(deed(1));
        assertEquals("rwx------ rw-------", rights(folder) + " " + rights(file));
    }

    @Test
    void laterLineOfADeedTakesThePlaceOfTheOneBefore() throws IOException {
        Deed begun = new Deed("a", deed(1).at(), null, Deed.Means.WINDOW, Way.Kind.PROCESS, null, List.of(), List.of(), false, null, "");
        journal.write(begun);
        journal.write(deed(2));
        assertEquals(List.of(deed(2), begun), new JournalFile(folder).read().latestFirst());
        Deed ended = begun.ended(true, Deed.Result.ENDED, "");
        journal.write(ended);
        assertEquals(List.of(deed(2), ended), new JournalFile(folder).read().latestFirst());
        assertEquals(3, Files.readAllLines(file).size());
    }

    @Test
    void oldestDeedsGiveWay() {
        for (int i = 0; i < JournalFile.MOST + 5; i++) {
            journal.write(deed(i));
        }
        List<String> expected = IntStream.range(5, JournalFile.MOST + 5).mapToObj(i -> "id" + i).toList();
        assertEquals(expected.reversed(), ids(journal.read()));
    }

    @Test
    void longCommandLinesDoNotMakeItGrowBeyondItsBound() throws IOException {
        String[] arguments = {"java", "x".repeat(100_000)};
        for (int i = 0; i < 30; i++) {
            journal.write(MadeDeed.of("id" + i, 8080, arguments));
            assertTrue(Files.size(file) <= JournalFile.LARGEST, () -> "after " + file.toFile().length());
        }
        assertEquals("id29", ids(journal.read()).getFirst());
        assertEquals("rw-------", rights(file));
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void twoProgramsAndTwoThreadsLoseNothing() throws Exception {
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), JournalWriter.class.getName(), folder.toString(), "other", "100").inheritIO()
                .start();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = Stream.of("one", "two").map(name -> Thread.ofPlatform().uncaughtExceptionHandler((_, e) -> failures.add(e))
                .start(() -> JournalWriter.write(new JournalFile(folder), name, 100))).toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(other.waitFor(100, TimeUnit.SECONDS));
        assertEquals(0, other.exitValue());
        assertEquals(List.of(), failures);
        Set<String> expected = new HashSet<>();
        Stream.of("one", "two", "other").forEach(name -> IntStream.range(0, 100).forEach(i -> expected.add(name + i)));
        assertEquals(expected, new HashSet<>(ids(journal.read())));
        assertEquals(0, journal.read().broken());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void brokenLinesAreSkippedAndCounted(long seed) throws IOException {
        Random random = new Random(seed);
        Files.createDirectories(folder);
        List<byte[]> lines = new ArrayList<>();
        List<Deed> whole = new ArrayList<>();
        int broken = 0;
        for (int i = 0; i < 60; i++) {
            Deed deed = MadeDeed.random(random);
            byte[] line = DeedJson.text(deed).getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(3) == 0) {
                lines.add(damaged(line, random));
                broken++;
            } else {
                lines.add(line);
                whole.add(deed);
            }
        }
        try (var out = Files.newOutputStream(file)) {
            for (byte[] line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
        assertEquals(new Journal.Deeds(whole.reversed(), broken, null), journal.read());
    }

    /** Torn, with bytes that are no text, or of another form. */
    private static byte[] damaged(byte[] line, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(line, 1 + random.nextInt(line.length - 1));
            case 1 -> {
                byte[] changed = line.clone();
                changed[random.nextInt(changed.length)] = (byte) (random.nextInt(10) < 5 ? 1 : 0xff);
                yield changed;
            }
            case 2 -> "{\"id\":\"a\",\"time\":\"yesterday\"}".getBytes(StandardCharsets.UTF_8);
            default -> List.of("[]", "null", "{}", "7", "[".repeat(5_000)).get(random.nextInt(5)).getBytes(StandardCharsets.UTF_8);
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyDeedIsOneLineOfAsciiAndReadAsItWas(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Deed deed = MadeDeed.random(random);
            String line = DeedJson.text(deed);
            assertTrue(line.chars().allMatch(sign -> sign >= ' ' && sign < 0x7f), line);
            Deed read = DeedJson.parse(line.getBytes(StandardCharsets.US_ASCII)).orElseThrow();
            assertEquals(deed, read);
        }
    }

    @Test
    void deedAfterATornLineStandsOnALineOfItsOwn() throws IOException {
        journal.write(deed(1));
        String line = Files.readString(file);
        Files.writeString(file, line + line.substring(0, 40));
        journal.write(deed(2));
        assertEquals(List.of("id2", "id1"), ids(journal.read()));
        assertEquals(1, journal.read().broken());
    }

    @Test
    void linkInItsPlaceIsNotFollowed() throws IOException {
        Path other = Files.writeString(home.resolve("other"), "mine");
        Files.createDirectories(folder);
        Files.createSymbolicLink(file, other);
        assertEquals(Journal.Trouble.Kind.NOT_WRITTEN, journal.write(deed(1)).orElseThrow().kind());
        assertEquals(Journal.Trouble.Kind.NOT_READ, requireNonNull(journal.read().trouble()).kind());
        assertEquals(Optional.empty(), journal.erase());
        assertFalse(Files.exists(file, LinkOption.NOFOLLOW_LINKS));
        assertEquals("mine", Files.readString(other));
    }

    @Test
    @Timeout(20)
    void pipeInItsPlaceIsNotWaitedFor() throws Exception {
        Files.createDirectories(folder);
        assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
        assertEquals(Optional.of(new Journal.Trouble(Journal.Trouble.Kind.NOT_WRITTEN, file.toString(), "Not a regular file")),
                journal.write(deed(1)));
    }

    @Test
    void folderThatCannotBeMadeIsTold() throws IOException {
        Files.writeString(home.resolve("state"), "in the way");
        Journal.Trouble trouble = journal.write(deed(1)).orElseThrow();
        assertEquals(Journal.Trouble.Kind.NOT_WRITTEN, trouble.kind());
        assertEquals(file.toString(), trouble.place());
        assertFalse(trouble.cause().isBlank());
    }

    @Test
    void erasedIsErasedAndWritingGoesOn() throws IOException {
        journal.write(deed(1));
        Files.writeString(folder.resolve("journal.jsonl123.tmp"), "left by an end in the middle");
        assertEquals(Optional.empty(), journal.erase());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("journal.lock")), left.toList());
        }
        assertEquals(Journal.Deeds.NONE, journal.read());
        journal.write(deed(2));
        assertEquals(List.of("id2"), ids(journal.read()));
    }

    @Test
    void interruptedThreadWritesAllTheSame() {
        Thread.currentThread().interrupt();
        Optional<Journal.Trouble> trouble = journal.write(deed(1));
        assertTrue(Thread.interrupted());
        assertEquals(Optional.empty(), trouble);
        assertEquals(List.of("id1"), ids(journal.read()));
    }
}
