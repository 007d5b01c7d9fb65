package quaywatch.view;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonGenerator;

import quaywatch.model.Row;

/**
 * Writes sockets as JSON, one line with an object for each: names as osquery's {@code process_open_sockets} where they exist, unknown is null, the same
 * in every locale and encoding. The form is described in {@code quaywatch/schema/sockets.schema.json}. Other people's text is written as it
 * is, only escaped. One instance writes one array; call {@link #close} to end it. Not for several threads.
 */
public final class SocketJson implements AutoCloseable {

    private final JsonGenerator out;
    private final SocketObject object;
    private boolean empty = true;

    /** Begins the array. The writer is not closed by {@link #close}, only flushed. */
    public SocketJson(Writer writer) throws IOException {
        out = JsonFields.generator(writer);
        object = new SocketObject(out);
        out.writeRaw("[");
    }

    /** One that flushes its target, but never closes it: for objects that hold sockets among other things. */
    public static JsonGenerator generator(Writer target) throws IOException {
        return JsonFields.generator(target);
    }

    /** One socket as an object. */
    public static String text(Row row, Instant now) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JsonFields.generator(text)) {
            new SocketObject(out).write(row, now);
        }
        return text.toString();
    }

    /** Writes one socket; {@code now} is the moment that idle time is counted to. */
    public void write(Row row, Instant now) throws IOException {
        out.writeRaw(empty ? "\n" : ",\n");
        empty = false;
        object.write(row, now);
    }

    /** Ends the array and flushes. */
    @Override
    public void close() throws IOException {
        out.writeRaw(empty ? "]" : "\n]");
        out.close();
    }
}
