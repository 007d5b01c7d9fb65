package quaywatch.kernel.netlink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.kernel.NativeBytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Messages of the process connector: as the kernel writes them, odd, and random. */
class ProcessMessagesTest {

    private static final int EVENT = Message.HEAD + ProcessMessages.CONNECTOR;
    private static final int DATA = EVENT + ProcessMessages.DATA;
    /** The union takes 24 bytes. */
    private static final int LENGTH = DATA + 24;

    private final Ear ear = new Ear();
    private final ProcessMessages messages = new ProcessMessages(ear);

    private static final class Ear implements ProcessMessages.Listener {

        private final List<ProcessEvent> heard = new ArrayList<>();
        private final List<String> answers = new ArrayList<>();
        private int lost;

        @Override
        public void event(ProcessEvent event) {
            heard.add(event);
        }

        @Override
        public void answer(int acknowledged, int errno) {
            answers.add(acknowledged + " " + errno);
        }

        @Override
        public void lost() {
            lost++;
        }
    }

    @Test
    void whatHappensToAProcessIsHeardInOrder() {
        hear(message(ProcessMessages.FORK, 1, 1, 70, 70));
        hear(message(ProcessMessages.EXEC, 70, 70));
        hear(message(ProcessMessages.COMM, 70, 70));
        hear(message(ProcessMessages.EXIT, 70, 70));
        assertEquals(List.of(new ProcessEvent.Forked(70), new ProcessEvent.Executed(70), new ProcessEvent.Renamed(70),
                new ProcessEvent.Exited(70)), ear.heard);
        assertEquals(0, ear.lost);
    }

    @Test
    void threadsArePassedOver() {
        hear(message(ProcessMessages.FORK, 70, 70, 71, 70));
        hear(message(ProcessMessages.COMM, 71, 70));
        hear(message(ProcessMessages.EXIT, 71, 70));
        assertEquals(List.of(), ear.heard);
        assertEquals(0, ear.lost);
    }

    @Test
    void answerBearsTheMarkOfTheRequestAndAnErrorNumber() {
        byte[] taken = message(ProcessMessages.ACK, 0);
        NativeBytes.put32(taken, Message.HEAD + ProcessMessages.ACKNOWLEDGED, 4712);
        hear(taken);
        byte[] refused = message(ProcessMessages.ACK, 1);
        NativeBytes.put32(refused, Message.HEAD + ProcessMessages.ACKNOWLEDGED, 4713);
        hear(refused);
        assertEquals(List.of("4712 0", "4713 1"), ear.answers);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 0x40, 0x80, 0x100, 0x40000000, 0x12345})
    void otherEventsArePassedOver(int what) {
        hear(message(what, 70, 70, 70, 70));
        assertEquals(List.of(), ear.heard);
        assertEquals(0, ear.lost);
    }

    @Test
    void otherSpeakersOfTheConnectorArePassedOver() {
        byte[] message = message(ProcessMessages.EXIT, 70, 70);
        NativeBytes.put32(message, Message.HEAD, 5);
        hear(message);
        assertEquals(List.of(), ear.heard);
        assertEquals(0, ear.lost);
    }

    @Test
    void severalMessagesOfADatagramAreAllHeard() {
        byte[] two = Arrays.copyOf(message(ProcessMessages.EXIT, 70, 70), 2 * LENGTH);
        System.arraycopy(message(ProcessMessages.EXIT, 80, 80), 0, two, LENGTH, LENGTH);
        hear(two);
        assertEquals(List.of(new ProcessEvent.Exited(70), new ProcessEvent.Exited(80)), ear.heard);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17, LENGTH + 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void messageOfAnImpossibleLengthIsLost(int length) {
        byte[] message = message(ProcessMessages.EXIT, 70, 70);
        NativeBytes.put32(message, 0, length);
        hear(message);
        assertEquals(List.of(), ear.heard);
        assertTrue(ear.lost > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, ProcessMessages.DATA, ProcessMessages.DATA + 7})
    void eventThatIsTooShortIsLost(int length) {
        byte[] message = message(ProcessMessages.EXIT, 70, 70);
        NativeBytes.put16(message, Message.HEAD + ProcessMessages.LENGTH, length);
        hear(message);
        assertEquals(List.of(), ear.heard);
        assertEquals(1, ear.lost);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void impossibleNumberIsNoProcess(int pid) {
        hear(message(ProcessMessages.FORK, 1, 1, pid, pid));
        assertEquals(List.of(), ear.heard);
    }

    @Test
    void randomBytesNeitherFailNorHang() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = i % 2 == 0 ? message(ProcessMessages.FORK, 1, 1, 70, 70) : new byte[random.nextInt(3 * LENGTH)];
            for (int each = 0; each < (i % 2 == 0 ? 3 : bytes.length); each++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            hear(bytes);
            hear(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
        assertTrue(ear.heard.size() > 1_000);
        assertTrue(ear.lost > 1_000);
    }

    private void hear(byte[] bytes) {
        messages.datagram(bytes, bytes.length);
    }

    /** An event with the first words of its union. */
    private static byte[] message(int what, int... words) {
        byte[] bytes = new byte[LENGTH];
        NetlinkSocket.head(bytes, Message.DONE, 0, 17);
        NativeBytes.put32(bytes, Message.HEAD, ProcessMessages.NAME);
        NativeBytes.put32(bytes, Message.HEAD + 4, ProcessMessages.NAME);
        NativeBytes.put16(bytes, Message.HEAD + ProcessMessages.LENGTH, LENGTH - EVENT);
        NativeBytes.put32(bytes, EVENT, what);
        for (int i = 0; i < words.length; i++) {
            NativeBytes.put32(bytes, DATA + i * Integer.BYTES, words[i]);
        }
        return bytes;
    }
}
