package quaywatch.control;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.User;

/**
 * A deed as one line of JSON, in ASCII: {@code quaywatch/schema/history.schema.json}. The same in every locale; unknown is null. Fields that
 * are not known here are passed over when it is read.
 */
public final class DeedJson {

    private static final JsonFactory FACTORY = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private DeedJson() {}

    // ---- writing

    /** The line, without an end. */
    public static String text(Deed deed) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("id", deed.id());
            out.writeStringField("time", deed.at().toString());
            user(out, "by", deed.by());
            out.writeStringField("means", word(deed.means()));
            out.writeStringField("lever", deed.lever() == null ? null : word(deed.lever()));
            texts(out, "signals", deed.signals());
            belonging(out, "service", deed.service());
            out.writeArrayFieldStart("ports");
            for (Deed.Port port : deed.ports()) {
                out.writeStartObject();
                out.writeStringField("protocol", word(port.protocol()));
                out.writeNumberField("port", port.port());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("processes");
            for (Deed.Stopped who : deed.processes()) {
                process(out, who);
            }
            out.writeEndArray();
            out.writeStringField("result", deed.result() == null ? null : word(deed.result()));
            out.writeStringField("note", deed.note());
            connection(out, deed.connection());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void connection(JsonGenerator out, Deed.@Nullable Connection connection) throws IOException {
        if (connection == null) {
            out.writeNullField("connection");
            return;
        }
        out.writeObjectFieldStart("connection");
        out.writeStringField("local", connection.local());
        out.writeStringField("remote", connection.remote());
        out.writeStringField("owner", connection.owner());
        out.writeEndObject();
    }

    private static void process(JsonGenerator out, Deed.Stopped who) throws IOException {
        out.writeStartObject();
        out.writeNumberField("pid", who.id().pid());
        out.writeNumberField("start_time", who.id().start());
        out.writeStringField("name", who.name());
        texts(out, "arguments", who.launch().arguments());
        out.writeStringField("cmdline", who.launch().arguments().isEmpty() ? who.launch().line() : null);
        out.writeStringField("folder", who.launch().folder());
        user(out, "user", who.user());
        belonging(out, "belongs_to", who.belongsTo());
        out.writeEndObject();
    }

    private static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private static void user(JsonGenerator out, String name, @Nullable User user) throws IOException {
        if (user == null) {
            out.writeNullField(name);
            return;
        }
        out.writeObjectFieldStart(name);
        out.writeNumberField("uid", user.uid());
        out.writeStringField("name", user.name());
        out.writeEndObject();
    }

    private static void belonging(JsonGenerator out, String name, @Nullable Belonging belonging) throws IOException {
        if (belonging == null) {
            out.writeNullField(name);
            return;
        }
        out.writeObjectFieldStart(name);
        out.writeStringField("kind", switch (belonging) {
            case Belonging.Unit(_, boolean user) -> user ? "user_unit" : "unit";
            case Belonging.Container _ -> "container";
            case Belonging.StartedBy _ -> "started_by";
        });
        out.writeStringField("name", belonging.name());
        if (belonging instanceof Belonging.Container(_, String runtime)) {
            out.writeStringField("runtime", runtime);
        }
        out.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    // ---- reading

    /** The deed of a line; empty where it is none. */
    static Optional<Deed> parse(byte[] line) {
        try {
            return Json.parse(line).map(DeedJson::deed);
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Deed deed(Json json) {
        if (json.at("id").text().isEmpty()) {
            throw new IllegalArgumentException("a deed has an id");
        }
        return new Deed(json.at("id").text(), Instant.parse(json.at("time").text()), user(json.at("by")),
                constant(Deed.Means.class, json.at("means")), lever(json), belonging(json.at("service")),
                json.at("ports").items().stream().map(DeedJson::port).toList(),
                json.at("processes").items().stream().map(DeedJson::process).toList(),
                json.at("signals").items().stream().anyMatch(signal -> signal.text().equals("KILL")),
                json.at("result").isThere() ? constant(Deed.Result.class, json.at("result")) : null, json.at("note").text(),
                connection(json.at("connection")));
    }

    /** Only what was stopped has a way. */
    private static Way.@Nullable Kind lever(Json json) {
        return json.at("connection").isThere() ? null : constant(Way.Kind.class, json.at("lever"));
    }

    private static Deed.@Nullable Connection connection(Json json) {
        return json.isThere() ? new Deed.Connection(json.at("local").text(), json.at("remote").text(), json.at("owner").text()) : null;
    }

    private static Deed.Port port(Json json) {
        int port = Integer.parseInt(json.at("port").text());
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no port: " + port);
        }
        return new Deed.Port(constant(Protocol.class, json.at("protocol")), port);
    }

    private static Deed.Stopped process(Json json) {
        return new Deed.Stopped(new ProcessId(number(json.at("pid")), number(json.at("start_time"))), json.at("name").text(),
                new Launch(json.at("arguments").items().stream().map(Json::text).toList(), json.at("cmdline").text(),
                        json.at("folder").text()),
                user(json.at("user")), belonging(json.at("belongs_to")));
    }

    private static long number(Json json) {
        return Long.parseLong(json.text());
    }

    private static @Nullable User user(Json json) {
        return json.isThere() ? new User(number(json.at("uid")), json.at("name").text()) : null;
    }

    private static @Nullable Belonging belonging(Json json) {
        String name = json.at("name").text();
        return switch (json.at("kind").text()) {
            case "unit" -> new Belonging.Unit(name, false);
            case "user_unit" -> new Belonging.Unit(name, true);
            case "container" -> new Belonging.Container(name, json.at("runtime").text());
            case "started_by" -> new Belonging.StartedBy(name);
            default -> null;
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Json json) {
        return Enum.valueOf(type, json.text().toUpperCase(Locale.ROOT));
    }
}
