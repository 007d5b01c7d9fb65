package quaywatch.view;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Random;

import com.google.gson.FormattingStyle;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class JsonOutTest {

    private final StringWriter text = new StringWriter();
    private final JsonOut out = new JsonOut(text);

    @Test
    void bracketsAndNamesAreIndented() throws IOException {
        out.beginArray().beginObject().name("a").value("x").name("b").beginArray().endArray();
        out.name("c").beginObject().name("d").value(7L).name("e").nullValue().endObject().endObject();
        out.beginObject().endObject().jsonValue("18446744073709551615").endArray().flush();
        assertEquals("""
                [
                  {
                    "a": "x",
                    "b": [],
                    "c": {
                      "d": 7,
                      "e": null
                    }
                  },
                  {},
                  18446744073709551615
                ]""", text.toString());
    }

    @Test
    void nothingIsAnEmptyArray() throws IOException {
        out.beginArray().endArray().flush();
        assertEquals("[]", text.toString());
    }

    @Test
    void absentValuesAreNull() throws IOException {
        out.beginArray().value((String) null).value((Number) null).endArray().flush();
        assertEquals("[\n  null,\n  null\n]", text.toString());
    }

    @Test
    void signsThatEndAStringOrALineAreEscaped() throws IOException {
        out.value("\"\\\n\r\t\0\u001b\u2028\u2029ü/<").flush();
        assertEquals("\"\\\"\\\\\\n\\r\\t\\u0000\\u001b\\u2028\\u2029ü/<\"", text.toString());
    }

    /** Gson is the yardstick: the same calls, and the same values come back. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyTextComesBackTheSameThroughAnotherReader(long seed) throws IOException {
        Random random = new Random(seed);
        StringWriter other = new StringWriter();
        JsonWriter gson = new JsonWriter(other);
        gson.setFormattingStyle(FormattingStyle.PRETTY);
        out.beginArray();
        gson.beginArray();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder noise = new StringBuilder();
            random.ints(random.nextInt(40), 0, random.nextBoolean() ? 0x80 : 0xd800).forEach(c -> noise.append((char) c));
            out.beginObject().name("n").value(noise.toString()).name("i").value(i).endObject();
            gson.beginObject().name("n").value(noise.toString()).name("i").value(i).endObject();
        }
        out.endArray().flush();
        gson.endArray().flush();
        assertEquals(JsonParser.parseString(other.toString()), JsonParser.parseString(text.toString()));
        assertEquals(other.toString().lines().count(), text.toString().lines().count());
    }
}
