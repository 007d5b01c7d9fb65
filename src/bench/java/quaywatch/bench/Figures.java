package quaywatch.bench;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

/** What a bench measured, as JSON. */
final class Figures {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final List<Part> parts = new ArrayList<>();

    /** What is to be written. */
    private interface Part {
        void to(JsonGenerator json) throws IOException;
    }

    /** An array of words on one line. */
    static String array(List<String> words) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(line)) {
            out.writeArray(words.toArray(String[]::new), 0, words.size());
        }
        return line.toString();
    }

    Figures with(String name, Object value) {
        parts.add(json -> json.writeStringField(name, value.toString()));
        return this;
    }

    Figures with(String name, Number value) {
        parts.add(json -> number(json, name, value));
        return this;
    }

    Figures lanes(List<Lane> lanes) {
        parts.add(json -> {
            json.writeObjectFieldStart("lanes");
            for (Lane lane : lanes) {
                lane(json, lane);
            }
            json.writeEndObject();
        });
        return this;
    }

    private static void lane(JsonGenerator json, Lane lane) throws IOException {
        @Nullable
        Cost median = lane.median();
        json.writeObjectFieldStart(lane.name());
        number(json, "wall_ms", median == null ? null : (Double) median.wallMillis());
        number(json, "cpu_ms", median == null ? null : (Double) median.cpuMillis());
        json.writeNumberField("runs", lane.runs());
        json.writeStringField("note", lane.note());
        json.writeEndObject();
    }

    Figures targets(List<Target> targets) {
        parts.add(json -> {
            json.writeArrayFieldStart("targets");
            for (Target target : targets) {
                json.writeStartObject();
                json.writeStringField("what", target.what());
                number(json, "figure", target.figure());
                number(json, target.most() ? "at_most" : "at_least", target.bound());
                json.writeStringField("verdict", target.verdict());
                json.writeStringField("note", target.note());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        return this;
    }

    private static void number(JsonGenerator json, String name, @Nullable Number value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Double figure) {
            json.writeNumber(figure);
        } else {
            json.writeNumber(value.longValue());
        }
    }

    Path write(Path folder, String name) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            for (Part part : parts) {
                part.to(json);
            }
            json.writeEndObject();
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".json");
        Files.writeString(file, text + "\n");
        return file;
    }
}
