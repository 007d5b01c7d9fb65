package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.model.InterfaceCounters;
import quaywatch.model.PortRange;
import quaywatch.model.User;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The parsers of one small format each. */
class SmallParsersTest {

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String command(String raw, boolean cut) {
        byte[] bytes = latin(raw);
        return CommandLine.of(bytes, bytes.length, cut);
    }

    @Test
    void argumentsAreJoinedByBlanks() {
        assertEquals("python3 -m http.server", command("python3\0-m\0http.server\0", false));
    }

    @Test
    void emptyArgumentsInsideStay() {
        assertEquals("a  b", command("a\0\0b\0\0\0", false));
    }

    @Test
    void badUtf8IsReplacedAndControlsStayRaw() {
        assertEquals("a\ufffd\u001b[31m\n", command("a\u00ff\u001b[31m\n\0", false));
    }

    @Test
    void cutCommandLineSaysSoAndCutsNoCharacter() {
        assertEquals("ab…", command("ab\u00e2\u0082", true));
        assertEquals("abc…", command("abc", true));
        assertEquals("…", command("\u00e2", true));
        assertEquals("…", command("", true));
    }

    @Test
    void effectiveUidIsTheSecond() {
        byte[] status = latin("Name:\tUid:\\n\nUmask:\t0022\nUid:\t1000\t33\t0\t0\nGid:\t5\t6\t7\t8\n");
        assertEquals(33, ProcStatus.effectiveUid(status, status.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Uid:", "Uid:\n", "Uid:\tx\ty\n", "Uid:\t1", "Name:\tdb\n"})
    void statusWithoutUidTellsNone(String status) {
        assertEquals(-1, ProcStatus.effectiveUid(latin(status), status.length()));
    }

    @Test
    void usersAreReadAndOddLinesLeftOut() {
        assertEquals(List.of(new User(0, "root"), new User(4_294_967_294L, "nobody"), new User(5, "a b")), PasswdFile.parse(
                latin("root:x:0:0:root:/root:/bin/sh\n\n#x\n:x:1:1::\nbad:x:-1:1::\nbig:x:4294967296:1::\nx:y:z:\nnobody:x:4294967294:1::\na b:x:5:")));
    }

    @Test
    void interfaceCountersAreReadAndTheHeadingIsNot() {
        byte[] file = latin("""
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                    lo:  1000      10    0    0    0     0          0         0     2000      10    0    0    0     0       0          0
                eth0:123456789012345 10    0    0    0     0          0         0 7      10    0    0    0     0       0          0
                eth0:1: 5 10 0 0 0 0 0 0 6 10 0 0 0 0 0 0
                short: 1 2 3
                """);
        assertEquals(List.of(new InterfaceCounters("lo", 1000, 2000, true), new InterfaceCounters("eth0", 123_456_789_012_345L, 7, false),
                new InterfaceCounters("eth0:1", 5, 6, false)), NetDev.parse(file, file.length));
    }

    @ParameterizedTest
    @CsvSource({"cpu 1 2\\nbtime 1700000000\\nprocesses 5, 2023-11-14T22:13:20Z", "btime 0\\n, 1970-01-01T00:00:00Z"})
    void bootTimeIsRead(String file, Instant boot) {
        byte[] bytes = latin(file.replace("\\n", "\n"));
        assertEquals(Optional.of(boot), BootClock.bootTime(bytes, bytes.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "btime", "btime ", "btime x", "xbtime 5", "btime 999999999999999999"})
    void boottimeThatIsNotThereIsEmpty(String file) {
        assertEquals(Optional.empty(), BootClock.bootTime(latin(file), file.length()));
    }

    @Test
    void portRangeIsRead() {
        assertEquals(Optional.of(new PortRange(32_768, 60_999)), HostFiles.range("32768\t60999\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "a b", "60999 32768", "1 65536", "1 2 3", "-5 7"})
    void portRangeOfAnotherFormIsEmpty(String text) {
        assertEquals(Optional.empty(), HostFiles.range(text));
    }

    @ParameterizedTest
    @CsvSource({"socket:[4711], 4711", "socket:[], -1", "socket:[x], -1", "socket:4711, -1", "pipe:[5], -1", "/tmp/socket:[5], -1",
            "socket:[99999999999999999999], -1", "socket:[5] , 5", "socket:[, -1"})
    void socketLinksTellTheirInode(String target, long inode) {
        assertEquals(inode, SocketLink.inode(target));
    }

    @Test
    void prettyNameLosesItsQuotes() {
        assertEquals(Optional.of("Debian GNU/Linux 12"), HostFiles.prettyName("NAME=x\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n"));
        assertEquals(Optional.empty(), HostFiles.prettyName(""));
    }

    /** None of these may throw, whatever stands in the file; the results are checked only for being inside their range. */
    @Test
    void noiseNeverFails() {
        Random random = new Random(99);
        String signs = "0123456789 \t\n:/()Uidbtme.-\u00ff\u001b\0";
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = new byte[random.nextInt(120)];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) signs.charAt(random.nextInt(signs.length()));
            }
            assertTrue(ProcStatus.effectiveUid(noise, noise.length) >= -1);
            assertTrue(PasswdFile.parse(noise).stream().allMatch(user -> user.uid() >= 0 && user.uid() <= 0xffff_ffffL));
            assertTrue(NetDev.parse(noise, noise.length).stream().allMatch(it -> it.received() >= 0 && it.sent() >= 0));
            assertTrue(BootClock.bootTime(noise, noise.length).isEmpty() || noise.length > 6);
            assertTrue(CommandLine.of(noise, noise.length, random.nextBoolean()).length() <= noise.length + 1);
            assertTrue(Cgroup.belonging(noise, noise.length).map(it -> !it.name().isEmpty()).orElse(true));
        }
    }
}
