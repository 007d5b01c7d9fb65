package quaywatch.cli;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import quaywatch.control.PortAnswer;
import quaywatch.control.Reason;
import quaywatch.control.words.Line;
import quaywatch.control.words.PortAnswerWords;
import quaywatch.model.Row;
import quaywatch.model.User;
import quaywatch.view.SocketJson;

/**
 * Writes the answer about a port as JSON, an array with one object: {@code quaywatch/schema/why.schema.json}. Sentences are in the words of the
 * terminal; all else is independent of the locale.
 */
final class WhyJson {

    private final PortAnswerWords words;

    WhyJson(PortAnswerWords words) {
        this.words = words;
    }

    /** The writer is flushed and not closed. */
    void write(PortAnswer answer, Writer target) throws IOException {
        try (JsonGenerator out = SocketJson.generator(target)) {
            out.writeStartArray();
            out.writeStartObject();
            out.writeNumberField("port", answer.port());
            out.writeStringField("protocol", word(answer.protocol()));
            out.writeStringField("verdict", word(answer.verdict()));
            out.writeStringField("text", words.verdict(answer).text());
            out.writeStringField("tested", time(answer.tested()));
            user(out, answer.user());
            binds(out, answer);
            out.writeArrayFieldStart("reasons");
            for (Reason reason : answer.reasons()) {
                reason(out, answer, reason);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("ruled_out");
            for (PortAnswer.RuledOut not : answer.ruledOut()) {
                out.writeString(word(not));
            }
            out.writeEndArray();
            instead(out, answer);
            out.writeEndObject();
            out.writeEndArray();
        }
    }

    private static void user(JsonGenerator out, @Nullable User user) throws IOException {
        out.writeFieldName("uid");
        if (user == null) {
            out.writeNull();
        } else {
            out.writeNumber(user.uid());
        }
        out.writeStringField("user", user == null ? null : user.name());
    }

    private static void binds(JsonGenerator out, PortAnswer answer) throws IOException {
        out.writeArrayFieldStart("binds");
        for (PortAnswer.TestBind bind : answer.binds()) {
            out.writeStartObject();
            out.writeStringField("address", bind.address().toString());
            out.writeStringField("result", word(bind.verdict()));
            out.writeStringField("without_reuse", word(bind.alone()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void reason(JsonGenerator out, PortAnswer answer, Reason reason) throws IOException {
        Line line = words.reason(answer, reason);
        out.writeStartObject();
        out.writeStringField("kind", reason.kind());
        out.writeBooleanField("obstacle", reason.obstacle());
        out.writeStringField("text", line.title());
        out.writeStringField("detail", line.detail());
        out.writeStringField("command", line.command().isEmpty() ? null : line.command());
        out.writeStringField("until", reason instanceof Reason.Waiting(_, Instant until) && until != null ? time(until) : null);
        out.writeArrayFieldStart("sockets");
        for (Row row : reason.rows()) {
            out.writeRawValue(SocketJson.text(row, answer.tested()));
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void instead(JsonGenerator out, PortAnswer answer) throws IOException {
        out.writeArrayFieldStart("free_instead");
        for (PortAnswer.Offer offer : answer.instead()) {
            out.writeStartObject();
            out.writeNumberField("port", offer.port());
            out.writeStringField("kind", word(offer.kind()));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
