package quaywatch.view;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

import quaywatch.fake.Schema;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.view.Happening.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static quaywatch.model.SampleRow.START;

class HappeningJsonTest {

    private final StringWriter out = new StringWriter();

    private static Row named(String name) {
        return SampleRow.listener("127.0.0.1:80").by(7, name).row();
    }

    private List<JsonObject> lines() {
        assertTrue(out.toString().isEmpty() || out.toString().endsWith("\n"), out::toString);
        return out.toString().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }

    @Test
    void eachEventIsALineWithTheSocketAsItIsListed() throws IOException {
        Row odd = named("a\nb\u2028\u001b");
        HappeningJson json = new HappeningJson(out);
        json.write(List.of(new Happening(Kind.PRESENT, odd, null)), START);
        assertEquals(1, lines().size());
        json.write(List.of(), START.plusSeconds(1));
        json.write(List.of(new Happening(Kind.SAMPLE, named("b"), odd), new Happening(Kind.CLOSED, named("c"), null)),
                START.plusMillis(2_500));
        List<JsonObject> lines = lines();
        assertEquals(List.of("2026-03-01T12:00:00.000Z present a\nb\u2028\u001b", "2026-03-01T12:00:02.500Z sample b",
                "2026-03-01T12:00:02.500Z closed c"),
                lines.stream().map(line -> line.get("time").getAsString() + " " + line.get("event").getAsString() + " "
                        + line.getAsJsonObject("socket").get("name").getAsString()).toList());
        assertEquals(listed(odd), lines.getFirst().get("socket"));
    }

    private static JsonElement listed(Row row) throws IOException {
        StringWriter array = new StringWriter();
        try (SocketJson json = new SocketJson(array)) {
            json.write(row, START);
        }
        return JsonParser.parseString(array.toString()).getAsJsonArray().get(0);
    }

    @Test
    void schemaNamesTheFieldsAndEveryEvent() throws IOException {
        JsonObject schema = Schema.read("events");
        JsonObject properties = schema.getAsJsonObject("properties");
        new HappeningJson(out).write(List.of(new Happening(Kind.OPENED, named("a"), null)), Instant.parse("2026-03-01T12:00:00.123456Z"));
        JsonObject line = lines().getFirst();
        assertEquals(properties.keySet(), line.keySet());
        assertEquals(properties.keySet(), Schema.texts(schema.getAsJsonArray("required")));
        assertTrue(line.get("time").getAsString().matches(properties.getAsJsonObject("time").get("pattern").getAsString()));
        assertEquals(Stream.of(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                Schema.texts(properties.getAsJsonObject("event").getAsJsonArray("enum")));
        JsonObject sockets = Schema.read("sockets");
        assertEquals(sockets.get("$id").getAsString() + "#/$defs/socket", properties.getAsJsonObject("socket").get("$ref").getAsString());
        assertTrue(sockets.getAsJsonObject("$defs").has("socket"));
    }
}
