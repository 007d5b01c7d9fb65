package quaywatch.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** A JSON value that is asked for its parts; what is not there, or of another kind, is empty. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Json NOTHING = new Json(null);

    /** A map, a list or a text, numbers and truth values included; null for JSON's null. */
    private final @Nullable Object value;

    private Json(@Nullable Object value) {
        this.value = value;
    }

    /** Empty where it is no JSON, or nested without end. */
    public static Optional<Json> parse(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            parser.nextToken();
            Json read = read(parser);
            return read == NOTHING || parser.nextToken() != null ? Optional.empty() : Optional.of(read);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Json read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Json> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, read(parser));
            }
            return new Json(fields);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Json> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
            return new Json(items);
        }
        return token == null || token == JsonToken.VALUE_NULL ? NOTHING : new Json(parser.getText());
    }

    /** The part at the end of this path of field names. */
    public Json at(String... path) {
        Json here = this;
        for (String name : path) {
            Json next = here.value instanceof Map<?, ?> fields && fields.get(name) instanceof Json found ? found : NOTHING;
            here = next;
        }
        return here;
    }

    public List<Json> items() {
        return value instanceof List<?> list ? list.stream().map(Json.class::cast).toList() : List.of();
    }

    /** A text, a number or a truth value as it is written. */
    public String text() {
        return value instanceof String text ? text : "";
    }

    /** Whether there is such a part, and it is not null. */
    public boolean isThere() {
        return value != null;
    }
}
