package quaywatch.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The schemas that the program ships. */
public final class Schema {

    private Schema() {}

    /** The whole schema of this name: {@code sockets}, {@code free}, and so on. */
    public static JsonObject read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream("/quaywatch/schema/" + name + ".schema.json"),
                name)) {
            return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8)).getAsJsonObject();
        }
    }

    /** The texts of an array: names that are required, values that may be. */
    public static Set<String> texts(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).collect(Collectors.toSet());
    }
}
