package quaywatch.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.kernel.ProcessIdentity.Holding;
import quaywatch.kernel.ProcessIdentity.Reading;
import quaywatch.kernel.ProcessIdentity.Reading.Found;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class ProcessIdentityTest {

    /** What follows the name: state, then fields 4 to 8, flags, fields 10 to 21, start, and some of the rest. */
    private static final String AFTER = "%c 1 24187 24187 0 -1 %d 9 0 0 0 4 2 0 0 20 0 1 0 %s 24223744 2310";

    @TempDir
    Path root;

    private static byte[] stat(String name, char state, long flags, String start) {
        return ("24187 (" + name + ") " + String.format(AFTER, state, flags, start) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private Path process() throws IOException {
        return Files.createDirectories(root.resolve("24187"));
    }

    @Test
    void startIsField22AndFlagsTellKernelThreads() {
        assertEquals(Optional.of(new Found(178_305, false, false)), ProcessIdentity.parse(stat("java", 'S', 0x400000, "178305")));
        assertEquals(Optional.of(new Found(17, false, true)), ProcessIdentity.parse(stat("kworker/0:1", 'I', 0x4208060, "17")));
        assertEquals(Optional.of(new Found(17, true, false)), ProcessIdentity.parse(stat("done", 'Z', 0, "17")));
        assertEquals(Optional.of(new Found(-1, false, false)), ProcessIdentity.parse(stat("late", 'R', 0, "18446744073709551615")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ")", ") R 1 (", "a b", ") Z 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 99 ", "\n", "\u001b[31m", "\u00ff\u00fe"})
    void nameMayHoldAnything(String name) {
        assertEquals(Optional.of(new Found(178_305, false, false)), ProcessIdentity.parse(stat(name, 'S', 0, "178305")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24187", "24187 (java", "24187 (java)", "24187 (java) S 1 1", ")",
            ") S x x x x x x x x x x x x x x x x x x x x"})
    void whatIsNotAsDocumentedIsNotRead(String stat) {
        assertEquals(Optional.empty(), ProcessIdentity.parse(stat.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void anyNameAndAnyDamageIsTakenCalmly() {
        Random random = new Random(20_261_123);
        for (int i = 0; i < 20_000; i++) {
            byte[] name = new byte[random.nextInt(16)];
            random.nextBytes(name);
            long start = random.nextLong();
            byte[] stat = stat(new String(name, StandardCharsets.ISO_8859_1), "RSDZTtXxKWPI".charAt(random.nextInt(12)),
                    random.nextInt() & 0xff_ffffL,
                    Long.toUnsignedString(start));
            assertEquals(start, ProcessIdentity.parse(stat).orElseThrow().start());
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                stat[random.nextInt(stat.length)] = (byte) random.nextInt();
            }
            // The answer is whatever the damage left; it must be an answer.
            assertInstanceOf(Optional.class, ProcessIdentity.parse(Arrays.copyOf(stat, random.nextInt(stat.length + 1))));
        }
    }

    @Test
    void missingProcessIsMissing() {
        assertEquals(new Reading.Missing(), new ProcessIdentity(root).read(24_187));
        assertEquals(new Holding.HoldsNot(), new ProcessIdentity(root).holds(24_187, 31_337));
    }

    @Test
    void oddStatIsUnreadable() throws IOException {
        Files.writeString(process().resolve("stat"), "24187 (java");
        assertEquals(new Reading.Unreadable("stat"), new ProcessIdentity(root).read(24_187));
    }

    @Test
    void aSocketIsHeldIfALinkNamesItsWholeInode() throws IOException {
        Path fd = Files.createDirectories(process().resolve("fd"));
        Files.createSymbolicLink(fd.resolve("0"), Path.of("pipe:[31337]"));
        Files.createSymbolicLink(fd.resolve("3"), Path.of("socket:[31337]"));
        ProcessIdentity identity = new ProcessIdentity(root);
        assertEquals(new Holding.Holds(), identity.holds(24_187, 31_337));
        assertEquals(new Holding.HoldsNot(), identity.holds(24_187, 3_133));
        assertEquals(new Holding.HoldsNot(), identity.holds(24_187, 313_370));
    }
}
