package quaywatch.view;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.model.Evidence;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The text itself; what stands in it is tested with the other exports. */
class SocketJsonTest {

    private static String written(Row... rows) throws IOException {
        StringWriter out = new StringWriter();
        try (SocketJson json = new SocketJson(out)) {
            for (Row row : rows) {
                json.write(row, SampleRow.START);
            }
        }
        return out.toString();
    }

    private static JsonObject read(String text, int index) {
        return JsonParser.parseString(text).getAsJsonArray().get(index).getAsJsonObject();
    }

    private static Row named(String name) {
        return SampleRow.listener("127.0.0.1:80").by(7, name).row();
    }

    @Test
    void eachSocketHasALineOfItsOwn() throws IOException {
        List<String> lines = written(named("one"), named("two")).lines().toList();
        assertEquals(4, lines.size());
        assertEquals("[", lines.getFirst());
        assertTrue(lines.get(1).startsWith("{\"pid\":7,\"name\":\"one\",") && lines.get(1).endsWith("}},"), lines.get(1));
        assertTrue(lines.get(2).startsWith("{\"pid\":7,\"name\":\"two\",") && lines.get(2).endsWith("}}"), lines.get(2));
        assertEquals("]", lines.getLast());
    }

    @Test
    void noSocketIsAnEmptyArray() throws IOException {
        assertEquals("[]", written());
    }

    @Test
    void whatIsBeyondAsciiIsEscapedHalvesOfPairsToo() throws IOException {
        String text = written(named("ü例🚀~\ud83d"));
        assertTrue(text.toLowerCase(Locale.ROOT).contains("\\u00fc\\u4f8b\\ud83d\\ude80~\\ud83d"), text);
        assertTrue(text.chars().allMatch(c -> c < 0x80), text);
        assertEquals("ü例🚀~\ud83d", read(text, 0).get("name").getAsString());
    }

    @Test
    void theSameOwnerIsWrittenAnewWithOtherEvidence() throws IOException {
        Row exact = named("nginx");
        String text = written(exact, new Row(exact.socket(), exact.live().withOwner(exact.live().owner(), new Evidence.Inferred(1))));
        assertEquals("exact", read(text, 0).getAsJsonObject("owner").get("evidence").getAsString());
        assertEquals("inferred", read(text, 1).getAsJsonObject("owner").get("evidence").getAsString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyTextComesBackTheSame(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            StringBuilder name = new StringBuilder();
            random.ints(random.nextInt(2_000), 0, 0x1_0000).forEach(c -> name.append((char) c));
            String text = written(named(name.toString()), named(name.reverse().toString()));
            assertTrue(text.chars().allMatch(c -> c < 0x80));
            assertEquals(name.toString(), read(text, 1).get("name").getAsString());
        }
    }
}
