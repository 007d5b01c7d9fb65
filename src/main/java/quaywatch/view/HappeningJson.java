package quaywatch.view;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;

import quaywatch.view.Happening.Kind;

/**
 * Writes what happened as JSON Lines: one object a line, flushed after each look. The form is described in
 * {@code quaywatch/schema/events.schema.json}; the socket in it is that of {@link SocketJson}. Not for several threads.
 */
public final class HappeningJson {

    private static final SerializedString TIME = new SerializedString("time");
    private static final SerializedString EVENT = new SerializedString("event");
    private static final SerializedString SOCKET = new SerializedString("socket");
    private static final SerializedString[] KINDS = Stream.of(Kind.values())
            .map(kind -> new SerializedString(kind.name().toLowerCase(Locale.ROOT))).toArray(SerializedString[]::new);
    /** Always with three digits after the second, so that the texts sort as the moments do. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private final JsonGenerator out;
    private final JsonFields fields;

    /** The writer is flushed and never closed. */
    public HappeningJson(Writer writer) throws IOException {
        out = JsonFields.generator(writer);
        fields = new JsonFields(out);
    }

    /** Writes what a look brought, and flushes; {@code now} is when that look was taken. */
    public void write(List<Happening> happenings, Instant now) throws IOException {
        SocketObject object = new SocketObject(out);
        String time = MOMENT.format(now);
        for (Happening happening : happenings) {
            out.writeStartObject();
            fields.text(TIME, time);
            fields.word(EVENT, KINDS[happening.kind().ordinal()]);
            out.writeFieldName(SOCKET);
            object.write(happening.row(), now);
            out.writeEndObject();
            out.writeRaw('\n');
        }
        out.flush();
    }
}
