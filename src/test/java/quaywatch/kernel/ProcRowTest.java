package quaywatch.kernel;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.model.Protocol;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProcRowTest {

    private static final String V4 = "   7: 0100007F:1F90 0200000A:C350 01 00000010:00000020 02:000003E8 00000000  1000        0 4711 2 0000000000000000 20 4 30 10 -1";
    private static final String V6 = "   0: 00000000000000000000000001000000:0050 B80D0120000000000000000001000000:FFFF 0A 00000000:00000003 00:00000000 00000000     0        0 99 1 0 100 0 0 10 0";
    private static final String TIME_WAIT = "   3: 0100007F:0050 0100007F:A000 06 00000000:00000000 03:00001770 00000000     0        0 0 3 0000000000000000";

    private final ProcRow row = new ProcRow(ByteOrder.LITTLE_ENDIAN);

    private boolean parse(SocketFile file, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        return row.parse(file, bytes, 0, bytes.length);
    }

    @Test
    void connectionIsReadWhole() {
        assertTrue(parse(SocketFile.TCP, V4));
        assertEquals("TCP IPV4 127.0.0.1:8080 10.0.0.2:50000 ESTABLISHED rx 32 tx 16 uid 1000 true inode 4711 timer -1", text());
    }

    @Test
    void sixthFamilyIsReadInFourWords() {
        assertTrue(parse(SocketFile.TCP6, V6));
        assertEquals("TCP IPV6 [::1]:80 [2001:db8::1]:65535 LISTEN rx 3 tx 0 uid 0 true inode 99 timer -1", text());
    }

    @Test
    void bigEndianMachinesPrintAddressesAsTheyAre() {
        ProcRow big = new ProcRow(ByteOrder.BIG_ENDIAN);
        byte[] bytes = V4.replace("0100007F", "7F000001").getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(big.parse(SocketFile.TCP, bytes, 0, bytes.length));
        assertEquals("127.0.0.1:8080", big.local().toString());
    }

    @Test
    void timeWaitHasATimerAndNoUser() {
        assertTrue(parse(SocketFile.TCP, TIME_WAIT));
        assertEquals("TCP IPV4 127.0.0.1:80 127.0.0.1:40960 TIME_WAIT rx 0 tx 0 uid 0 false inode 0 timer 60000", text());
    }

    @Test
    void mappedAddressStaysInTheSixthFamily() {
        assertTrue(parse(SocketFile.TCP6, V6.replace("00000000000000000000000001000000", "0000000000000000FFFF00000100007F")));
        assertEquals("TCP IPV6 127.0.0.1:80 [2001:db8::1]:65535 LISTEN rx 3 tx 0 uid 0 true inode 99 timer -1", text());
        assertTrue(row.local().address().isMapped());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "0, 1000, true", "5, 0, true", "5, 1000, true"})
    void rootWithoutInodeMeansNobodyKnown(long inode, long uid, boolean known) {
        assertTrue(parse(SocketFile.TCP, V4.replace(" 1000 ", " " + uid + " ").replace("4711", Long.toString(inode))));
        assertEquals(known, row.uidKnown());
    }

    @ParameterizedTest
    @CsvSource({"01, ESTABLISHED", "02, SYN_SENT", "03, SYN_RECV", "04, FIN_WAIT1", "05, FIN_WAIT2", "06, TIME_WAIT", "07, CLOSE",
            "08, CLOSE_WAIT", "09, LAST_ACK", "0A, LISTEN", "0B, CLOSING", "0C, SYN_RECV", "0D, BOUND"})
    void tcpStatesHaveTheKernelsNumbers(String number, SocketState state) {
        assertTrue(parse(SocketFile.TCP, V4.replace(" 01 ", " " + number + " ")));
        assertEquals(state, row.state());
    }

    @ParameterizedTest
    @CsvSource({"UDP, 07, 00000000:0000, BOUND", "UDP, 07, 0200000A:0035, CONNECTED", "UDP, 01, 0200000A:0035, CONNECTED",
            "RAW, 07, 00000000:0000, BOUND", "RAW, 01, 0200000A:0000, CONNECTED"})
    void datagramStatesFollowThePeer(SocketFile file, String number, String remote, SocketState state) {
        assertTrue(parse(file, V4.replace(" 01 ", " " + number + " ").replace("0200000A:C350", remote)));
        assertEquals(state, row.state());
    }

    @Test
    void rawSocketHasNoPort() {
        assertTrue(parse(SocketFile.RAW, V4.replace(":1F90", ":0001")));
        assertEquals(0, row.localPort());
        assertEquals(Protocol.RAW, row.protocol());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   7:", "   7: 0100007F", "   7: 0100007F:1F90", "x", "7 0100007F:1F90", ":::::::",
            "-1: 0100007F:1F90",
            "   7: 0100007G:1F90 0200000A:C350 01 00000010:00000020 02:000003E8 00000000  1000        0 4711",
            "   7: 0100007F:1F901 0200000A:C350 01 00000010:00000020 02:000003E8 00000000  1000        0 4711",
            "   7: 0100007F:1F90 0200000A:C350 00 00000010:00000020 02:000003E8 00000000  1000        0 4711",
            "   7: 0100007F:1F90 0200000A:C350 0E 00000010:00000020 02:000003E8 00000000  1000        0 4711",
            "   7: 0100007F:1F90 0200000A:C350 01 00000010:00000020 02:000003E8 00000000  4294967296     0 4711",
            "   7: 0100007F:1F90 0200000A:C350 01 00000010:00000020 02:000003E8 00000000  -1     0 4711",
            "   7: 0100007F:1F90 0200000A:C350 01 00000010:00000020 02:000003E8 00000000  1000     0 9999999999999999999999",
            "   7: 0100007F:1F90 0200000A:C350 01 00000010:00000020 02:000003E8 00000000  1000     0"})
    void oddLineIsRefused(String line) {
        assertFalse(parse(SocketFile.TCP, line));
    }

    @Test
    void addressOfTheOtherFamilyIsRefused() {
        assertFalse(parse(SocketFile.TCP6, V4));
        assertFalse(parse(SocketFile.TCP, V6));
    }

    @Test
    void absurdTimerIsNoTimer() {
        assertTrue(parse(SocketFile.TCP, TIME_WAIT.replace("00001770", "FFFFFFFFFFFFFFFF")));
        assertEquals(-1, row.timerMillis());
    }

    @Test
    void hashOfASocketWithInodeIsThatOfItsInode() {
        assertTrue(parse(SocketFile.TCP, V4));
        assertEquals(SocketRow.hash(4711), row.hash());
    }

    private String text() {
        return row.protocol() + " " + row.family() + " " + row.local() + " " + row.remote() + " " + row.state() + " rx " + row.receive()
                + " tx " + row.send() + " uid " + row.uid() + " " + row.uidKnown() + " inode " + row.inode() + " timer "
                + row.timerMillis();
    }
}
