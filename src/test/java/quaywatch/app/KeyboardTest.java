package quaywatch.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class KeyboardTest {

    @Test
    void answerIsALineWithoutItsEnd() {
        Keyboard keyboard = new Keyboard(typed("yes\n\nno \n"));
        assertEquals(Optional.of("yes"), keyboard.answer());
        assertEquals(Optional.of(""), keyboard.answer());
        assertEquals(Optional.of("no "), keyboard.answer());
    }

    @Test
    void lineThatWasNotFinishedIsNoAnswer() {
        assertEquals(Optional.empty(), new Keyboard(typed("yes")).answer());
        assertEquals(Optional.empty(), new Keyboard(typed("")).answer());
    }

    @Test
    void brokenTerminalGivesNoAnswer() {
        Keyboard keyboard = new Keyboard(new Broken());
        assertEquals(Optional.empty(), keyboard.answer());
        assertEquals(Optional.empty(), keyboard.typed());
    }

    @Test
    void whatIsTypedMeanwhileIsNotWaitedFor() throws IOException {
        try (PipedOutputStream keys = new PipedOutputStream(); PipedInputStream in = new PipedInputStream(keys)) {
            Keyboard keyboard = new Keyboard(in);
            assertEquals(Optional.empty(), keyboard.typed());
            keys.write("f\nw\n".getBytes(Charset.defaultCharset()));
            assertEquals(Optional.of("f"), keyboard.typed());
            assertEquals(Optional.of("w"), keyboard.typed());
            assertEquals(Optional.empty(), keyboard.typed());
        }
    }

    private static InputStream typed(String text) {
        return new ByteArrayInputStream(text.getBytes(Charset.defaultCharset()));
    }

    /** Has gone away. */
    private static final class Broken extends InputStream {

        @Override
        public int available() throws IOException {
            throw new IOException("Input/output error");
        }

        @Override
        public int read() throws IOException {
            throw new IOException("Input/output error");
        }
    }
}
