package quaywatch.kernel.netlink;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.kernel.NativeBytes;
import quaywatch.kernel.NativeWords;
import quaywatch.kernel.SocketRow;
import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Messages of ended sockets: as the kernel writes them, odd, and random. */
class SocketEndsTest {

    private static final int INFO = Message.HEAD + DiagRow.LENGTH;
    private static final int INFO_LENGTH = 280;
    private static final int LENGTH = INFO + 4 + INFO_LENGTH;

    private final Ear ear = new Ear();
    private final SocketEnds.Reader reader = new SocketEnds.Reader(ear);

    private static final class Ear implements SocketEnds.Hearer {

        private final List<String> heard = new ArrayList<>();
        private int lost;

        @Override
        public void row(SocketRow row) {
            heard.add(row.state() + " " + row.local() + " " + row.remote() + " " + row.cookie() + " " + row.counters().present() + " "
                    + row.counters().sent() + " " + row.counters().received() + " " + row.uidKnown());
        }

        @Override
        public void lost() {
            lost++;
        }
    }

    @Test
    void endHasItsEndsItsCookieAndItsLastCounters() {
        hear(message(2));
        assertEquals(List.of(told(SocketState.CLOSE, "true 10000 77")), ear.heard);
        assertEquals(0, ear.lost);
    }

    @Test
    void closedSocketOfATableIsABoundOne() {
        DiagRow row = new DiagRow();
        assertTrue(row.parse(Protocol.TCP, NativeWords.of(message(2)), Message.HEAD, LENGTH));
        assertEquals(SocketState.BOUND, row.state());
        assertFalse(row.counters().present());
    }

    @Test
    void severalMessagesOfADatagramAreAllHeard() {
        byte[] two = Arrays.copyOf(message(2), 2 * LENGTH);
        System.arraycopy(message(2), 0, two, LENGTH, LENGTH);
        hear(two);
        assertEquals(2, ear.heard.size());
    }

    @Test
    void olderKernelTellsFewerCounters() {
        byte[] message = Arrays.copyOf(message(2), INFO + 4 + 136);
        NativeBytes.put32(message, 0, message.length);
        NativeBytes.put16(message, INFO, 4 + 136);
        put64(message, INFO + 4 + 120, 10_001);
        hear(message);
        assertEquals(List.of(told(SocketState.CLOSE, "true 10000 77")), ear.heard);
    }

    @Test
    void endWithoutCountersIsHeardAllTheSame() {
        byte[] message = Arrays.copyOf(message(2), INFO);
        NativeBytes.put32(message, 0, INFO);
        hear(message);
        assertEquals(List.of(told(SocketState.CLOSE, "false 0 0")), ear.heard);
    }

    @Test
    void otherMessagesArePassedOver() {
        byte[] message = message(2);
        NativeBytes.put16(message, Message.TYPE, Message.ERROR);
        hear(message);
        assertEquals(List.of(), ear.heard);
        assertEquals(0, ear.lost);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17, LENGTH + 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void messageOfAnImpossibleLengthIsLost(int length) {
        byte[] message = message(2);
        NativeBytes.put32(message, 0, length);
        hear(message);
        assertEquals(List.of(), ear.heard);
        assertTrue(ear.lost > 0);
    }

    @Test
    void socketOfAnotherFamilyIsLost() {
        hear(message(1));
        assertEquals(1, ear.lost);
    }

    @Test
    void randomBytesNeitherFailNorHang() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = i % 2 == 0 ? message(2) : new byte[random.nextInt(3 * LENGTH)];
            for (int each = 0; each < (i % 2 == 0 ? 6 : bytes.length); each++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            hear(bytes);
            hear(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
        assertTrue(ear.heard.size() > 1_000);
        assertTrue(ear.lost > 1_000);
    }

    private void hear(byte[] bytes) {
        reader.datagram(bytes, bytes.length);
    }

    private static String told(SocketState state, String counters) {
        return state + " " + end(0x7f000001, 80) + " " + end(0x7f000002, 50_000) + " " + 0x1_0000_0007L + " " + counters + " false";
    }

    private static Endpoint end(int address, int port) {
        return new Endpoint(Address.v4(address), port);
    }

    /** 127.0.0.1:80 to 127.0.0.2:50000, 11,000 bytes sent of which 1,000 again, 77 received. */
    private static byte[] message(int family) {
        byte[] bytes = new byte[LENGTH];
        NetlinkSocket.head(bytes, DiagRequest.SOCK_DIAG_BY_FAMILY, 0, 0);
        int at = Message.HEAD;
        bytes[at] = (byte) family;
        bytes[at + 1] = 7;
        bytes[at + 5] = 80;
        bytes[at + 6] = (byte) (50_000 >> 8);
        bytes[at + 7] = (byte) 50_000;
        bytes[at + 8] = 127;
        bytes[at + 11] = 1;
        bytes[at + 24] = 127;
        bytes[at + 27] = 2;
        NativeBytes.put32(bytes, at + 44, 7);
        NativeBytes.put32(bytes, at + 48, 1);
        NativeBytes.put16(bytes, INFO, 4 + INFO_LENGTH);
        NativeBytes.put16(bytes, INFO + 2, 2);
        put64(bytes, INFO + 4 + 128, 77);
        put64(bytes, INFO + 4 + 200, 11_000);
        put64(bytes, INFO + 4 + 208, 1_000);
        return bytes;
    }

    /** A number below 2^31. */
    private static void put64(byte[] bytes, int at, int value) {
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        NativeBytes.put32(bytes, little ? at : at + Integer.BYTES, value);
    }
}
