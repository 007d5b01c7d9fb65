package quaywatch.view;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Random;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AsciiWriterTest {

    @Test
    void whatIsBeyondAsciiIsEscaped() throws IOException {
        assertEquals("\"\\u00fc\\u4f8b\\ud83d\\ude80~\"", written("\"ü例🚀~\""));
    }

    @Test
    void halfOfAPairIsEscapedToo() throws IOException {
        assertEquals("\\ud83d", written("\ud83d"));
        assertEquals("x".repeat(32_767) + "\\ud83d\\ude80", written("x".repeat(32_767) + "🚀"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyTextComesBackTheSame(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(2_000), 0, 0xd800).forEach(c -> text.append((char) c));
            StringWriter json = new StringWriter();
            new JsonWriter(json).value(text.toString());
            String ascii = written(json.toString());
            assertTrue(ascii.chars().allMatch(c -> c < 0x80));
            assertEquals(text.toString(), JsonParser.parseString(ascii).getAsString());
        }
    }

    @Test
    void largeTextIsPassedOnBeforeTheEnd() throws IOException {
        StringWriter out = new StringWriter();
        try (AsciiWriter writer = new AsciiWriter(out)) {
            writer.write("x".repeat(40_000).toCharArray(), 0, 40_000);
            assertEquals(40_000, out.toString().length());
        }
    }

    private static String written(String text) throws IOException {
        StringWriter out = new StringWriter();
        try (AsciiWriter writer = new AsciiWriter(out)) {
            int half = text.length() / 2;
            writer.write(text, 0, half);
            for (int i = half; i < text.length(); i++) {
                writer.write(text.charAt(i));
            }
        }
        return out.toString();
    }
}
