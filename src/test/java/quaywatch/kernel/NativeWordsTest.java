package quaywatch.kernel;

import java.nio.ByteBuffer;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Held against {@link NativeBytes}, which puts the same numbers together byte by byte, and in network order against the JDK. */
class NativeWordsTest {

    private static final int LENGTH = 64;

    private final Random random = new Random(5);

    @RepeatedTest(20)
    void wordsTellWhatTheirBytesTell() {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        int[] words = NativeWords.of(bytes);
        for (int at = 0; at < LENGTH; at++) {
            assertEquals(bytes[at] & 0xff, NativeWords.unsigned8(words, at));
        }
        for (int at = 0; at < LENGTH; at += 2) {
            assertEquals(NativeBytes.unsigned16(bytes, at), NativeWords.unsigned16(words, at));
            assertEquals((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff, NativeWords.network16(words, at));
        }
        for (int at = 0; at < LENGTH; at += 4) {
            assertEquals(NativeBytes.number32(bytes, at), NativeWords.number32(words, at));
            assertEquals(NativeBytes.unsigned32(bytes, at), NativeWords.unsigned32(words, at));
            assertEquals(ByteBuffer.wrap(bytes).getInt(at), NativeWords.network32(words, at));
        }
        for (int at = 0; at + 8 <= LENGTH; at += 4) {
            assertEquals(NativeBytes.number64(bytes, at), NativeWords.number64(words, at));
            assertEquals(ByteBuffer.wrap(bytes).getLong(at), NativeWords.network64(words, at));
        }
    }

    @RepeatedTest(8)
    void lastWordIsFilledUpWithZeros() {
        byte[] bytes = new byte[random.nextInt(1, LENGTH)];
        random.nextBytes(bytes);
        int[] words = NativeWords.of(bytes);
        assertEquals((bytes.length + 3) / 4, words.length);
        for (int at = 0; at < 4 * words.length; at++) {
            assertEquals(at < bytes.length ? bytes[at] & 0xff : 0, NativeWords.unsigned8(words, at));
        }
    }
}
