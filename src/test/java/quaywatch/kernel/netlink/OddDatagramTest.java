package quaywatch.kernel.netlink;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import quaywatch.kernel.NativeBytes;
import quaywatch.kernel.NativeWords;
import quaywatch.kernel.call.Errno;
import quaywatch.model.Protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Datagrams as older kernels, refusing ones and no kernel at all would send them. */
class OddDatagramTest {

    private static final int GOES_ON = Integer.MAX_VALUE;
    private static final int ASKED = 0;
    private static final int INFO = 2;
    private static final int V6ONLY = 11;
    private static final int CGROUP = 21;

    private final SocketDiag diag = new SocketDiag(true);
    private final Told.All all = new Told.All();

    @AfterEach
    void close() {
        diag.close();
    }

    private int read(Datagram datagram) {
        return diag.datagram(NativeWords.of(datagram.bytes()), datagram.bytes().length, Protocol.TCP, all);
    }

    private Told only(Datagram datagram) {
        assertEquals(GOES_ON, read(datagram));
        assertEquals(0, diag.takeOddMessages());
        assertEquals(1, all.rows.size());
        return all.rows.removeFirst();
    }

    private static byte[] info(int length) {
        byte[] info = new byte[length];
        for (int at = 0; at < length; at++) {
            info[at] = at % 4 == 0 ? (byte) (at / 4 + 1) : 0;
        }
        return info;
    }

    @Test
    void endTellsTheErrorThatItCarries() {
        assertEquals(0, read(new Datagram().message(Message.DONE, ASKED, Datagram.number(0))));
        assertEquals(Errno.ENOENT, read(new Datagram().message(Message.DONE, ASKED, Datagram.number(-Errno.ENOENT))));
        assertEquals(0, read(new Datagram().message(Message.DONE, ASKED, new byte[0])));
        assertEquals(Errno.EBUSY, read(new Datagram().message(Message.ERROR, ASKED, Datagram.number(-Errno.EBUSY))));
        assertEquals(22, read(new Datagram().message(Message.ERROR, ASKED, Datagram.number(-22))));
    }

    @Test
    void whatFollowsTheEndIsNotRead() {
        assertEquals(0, read(new Datagram().socket(ASKED).message(Message.DONE, ASKED, Datagram.number(0)).socket(ASKED)));
        assertEquals(1, all.rows.size());
    }

    @Test
    void answersToAnotherQuestionArePassedOver() {
        assertEquals(GOES_ON, read(new Datagram().socket(ASKED + 1).message(Message.DONE, ASKED + 1, Datagram.number(-2))
                .message(Message.ERROR, ASKED - 1, Datagram.number(-2)).socket(ASKED)));
        assertEquals(1, all.rows.size());
        assertEquals(0, diag.takeOddMessages());
    }

    @Test
    void attributesOfOddLengthsKeepTheirNeighboursReadable() {
        byte[] cgroup = {5, 0, 0, 0, 0, 0, 0, 0};
        Told told = only(new Datagram().socket(ASKED, Datagram.attribute(4, "cubic".getBytes(StandardCharsets.US_ASCII)),
                Datagram.attribute(V6ONLY, (byte) 1), Datagram.attribute(99), Datagram.attribute(98, (byte) 1, (byte) 2, (byte) 3),
                Datagram.attribute(CGROUP | 0x8000, cgroup), Datagram.attribute(INFO, info(280))));
        assertEquals(1, told.v6Only());
        assertEquals(NativeBytes.number64(cgroup, 0), told.cgroup());
        assertTrue(told.counted());
    }

    @Test
    void attributeThatIsTooShortOrOverrunsItsMessageTellsNothing() {
        Told told = only(new Datagram().socket(ASKED, Datagram.attribute(CGROUP, (byte) 1, (byte) 2, (byte) 3, (byte) 4),
                Datagram.attribute(V6ONLY)));
        assertEquals(0, told.cgroup());
        assertEquals(-1, told.v6Only());
        told = only(new Datagram().socket(ASKED, Datagram.attribute(5, 99, (byte) 1), Datagram.attribute(400, INFO, info(280)),
                Datagram.attribute(V6ONLY, (byte) 1)));
        assertFalse(told.counted());
        assertEquals(-1, told.v6Only());
        told = only(new Datagram().socket(ASKED, Datagram.attribute(3, INFO, info(280)), Datagram.attribute(V6ONLY, (byte) 1)));
        assertFalse(told.counted());
    }

    @Test
    void whatOneMessageToldIsForgottenForTheNext() {
        assertEquals(GOES_ON, read(new Datagram()
                .socket(ASKED, Datagram.attribute(V6ONLY, (byte) 1), Datagram.attribute(CGROUP, info(8)),
                        Datagram.attribute(INFO, info(280)))
                .socket(ASKED)));
        Told next = all.rows.getLast();
        assertEquals(List.of(-1, 0L, false, 0L), List.of(next.v6Only(), next.cgroup(), next.counted(), next.received()));
    }

    /** The word at each offset of the made-up tcp_info is a fourth of the offset, plus one. */
    @Test
    void countersOfOlderKernelsEndEarlier() {
        Told whole = only(new Datagram().socket(ASKED, Datagram.attribute(INFO, info(280))));
        assertEquals(List.of(18L, 21L, 26L), List.of(whole.rtt(), whole.window(), whole.retransmits()));
        assertEquals(List.of(12L, 14L, 38L), List.of(whole.sinceSent(), whole.sinceReceived(), whole.leastRtt()));
        assertEquals(33L | 34L << 32, whole.received());
        assertEquals((51L | 52L << 32) - (53L | 54L << 32), whole.sent());
        assertEquals(41L | 42L << 32, whole.deliveryRate());
        Told linux44 = only(new Datagram().socket(ASKED, Datagram.attribute(INFO, info(160))));
        assertEquals((31L | 32L << 32) - 1, linux44.sent());
        assertEquals(33L | 34L << 32, linux44.received());
        assertEquals(0, linux44.deliveryRate());
        Told linux3 = only(new Datagram().socket(ASKED, Datagram.attribute(INFO, info(104))));
        assertEquals(List.of(18L, 26L, 0L, 0L), List.of(linux3.rtt(), linux3.retransmits(), linux3.sent(), linux3.received()));
    }

    @Test
    void messagesThatAreNoSocketsAreCounted() {
        byte[] foreign = new byte[DiagRow.LENGTH];
        foreign[0] = 1;
        foreign[1] = 1;
        byte[] stateless = new byte[DiagRow.LENGTH];
        stateless[0] = DiagRequest.AF_INET;
        stateless[1] = 99;
        assertEquals(GOES_ON, read(new Datagram().message(DiagRequest.SOCK_DIAG_BY_FAMILY, ASKED, foreign)
                .message(DiagRequest.SOCK_DIAG_BY_FAMILY, ASKED, stateless)
                .message(DiagRequest.SOCK_DIAG_BY_FAMILY, ASKED, new byte[DiagRow.LENGTH - 1]).message(77, ASKED, new byte[8])
                .socket(ASKED)));
        assertEquals(1, all.rows.size());
        assertEquals(4, diag.takeOddMessages());
        assertEquals(0, diag.takeOddMessages());
    }

    @Test
    void messageThatOverrunsTheDatagramIsCountedOnceAndEndsIt() {
        for (int length : new int[]{4_000, Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 0, Message.HEAD - 1}) {
            assertEquals(GOES_ON, read(
                    new Datagram().socket(ASKED).message(length, DiagRequest.TCPDIAG_GETSOCK, ASKED, new byte[DiagRow.LENGTH])
                            .socket(ASKED)));
            assertEquals(1, all.rows.size());
            assertEquals(1, diag.takeOddMessages());
            all.rows.clear();
        }
    }

    @Test
    void cutDatagramLosesNoMoreThanItsEnd() {
        byte[] whole = new Datagram().socket(ASKED, Datagram.attribute(INFO, info(280))).socket(ASKED, Datagram.attribute(V6ONLY, (byte) 1))
                .bytes();
        int second = Message.HEAD + DiagRow.LENGTH + 4 + 280;
        for (int length = 0; length < whole.length; length++) {
            all.rows.clear();
            assertEquals(GOES_ON, diag.datagram(NativeWords.of(whole), length, Protocol.TCP, all));
            assertEquals(length >= second ? 1 : 0, all.rows.size());
            assertEquals(length >= Message.HEAD && length < second || length >= second + Message.HEAD ? 1 : 0, diag.takeOddMessages());
        }
    }

    /** Bytes of which the half is plausible: any message is a row or counted as odd, and nothing throws. */
    @Test
    void randomBytesNeverThrowAndLoseNoCount() {
        Random random = new Random(20_260_101);
        for (int round = 0; round < 20_000; round++) {
            Datagram datagram = new Datagram();
            int sent = random.nextInt(5);
            for (int i = 0; i < sent; i++) {
                byte[] body = new byte[random.nextInt(400)];
                random.nextBytes(body);
                if (body.length > 1 && random.nextBoolean()) {
                    body[0] = (byte) (random.nextBoolean() ? DiagRequest.AF_INET : DiagRequest.AF_INET6);
                    body[1] = (byte) random.nextInt(16);
                }
                datagram.message(random.nextBoolean() ? DiagRequest.TCPDIAG_GETSOCK : 4 + random.nextInt(30), ASKED, body);
            }
            Protocol protocol = random.nextBoolean() ? Protocol.TCP : Protocol.UDP;
            assertEquals(GOES_ON, diag.datagram(NativeWords.of(datagram.bytes()), datagram.bytes().length, protocol, all));
            assertEquals(sent, all.rows.size() + diag.takeOddMessages());
            all.rows.clear();
        }
    }

    @Test
    void capturedBytesWithRandomFaultsNeverThrow() {
        Random random = new Random(42);
        for (byte[] captured : new Capture().datagrams(Protocol.TCP)) {
            for (int round = 0; round < 20_000; round++) {
                byte[] broken = captured.clone();
                for (int faults = random.nextInt(20); faults >= 0; faults--) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                diag.datagram(NativeWords.of(broken), random.nextInt(broken.length + 1), Protocol.TCP, all);
                assertTrue(all.rows.size() + diag.takeOddMessages() <= broken.length / Message.HEAD);
                all.rows.clear();
            }
        }
    }
}
