package quaywatch.view;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Locale;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Family;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.PortClass;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.TcpInfo;
import quaywatch.model.User;

/**
 * Writes sockets as JSON, one line with an object for each: names as osquery's {@code process_open_sockets} where they exist, unknown is null, the same
 * in every locale and encoding. The form is described in {@code quaywatch/schema/sockets.schema.json}. Other people's text is written as it
 * is, only escaped. One instance writes one array; call {@link #close} to end it. Not for several threads.
 */
public final class SocketJson implements AutoCloseable {

    /** Between objects; inside one there are neither blanks nor line ends. */
    private static final FormattingStyle LINES = FormattingStyle.COMPACT.withNewline("\n");

    private final JsonWriter out;

    /** Begins the array. The writer is not closed by {@link #close}, only flushed. */
    public SocketJson(Writer writer) throws IOException {
        out = new JsonWriter(new AsciiWriter(writer));
        out.setStrictness(Strictness.STRICT);
        out.setSerializeNulls(true);
        out.setHtmlSafe(false);
        out.setFormattingStyle(LINES);
        out.beginArray();
    }

    /** Writes one socket; {@code now} is the moment that idle time is counted to. */
    public void write(Row row, Instant now) throws IOException {
        Socket socket = row.socket();
        ProcessFacts first = OwnerText.first(row.live().owner());
        out.beginObject();
        out.setFormattingStyle(FormattingStyle.COMPACT);
        number("pid", first == null ? null : (Long) first.id().pid());
        text("name", first == null ? null : first.name());
        number("socket", nonZero(socket.inode()));
        text("family", socket.family() == Family.IPV4 ? "ipv4" : "ipv6");
        text("protocol", word(socket.protocol()));
        boolean raw = socket.protocol() == Protocol.RAW; // has addresses, but no ports
        end("local", socket.local(), raw);
        end("remote", socket.hasPeer() ? socket.remote() : null, raw);
        text("state", socket.state().name());
        number("net_namespace", socket.namespace());
        text("port_range", socket.local().port() == 0 ? null : word(PortClass.of(socket.local().port())));
        text("exposure", socket.holdsPort() ? word(socket.exposure()) : null);
        unsigned("cookie", socket.cookie());
        out.name("v6only").value(socket.v6Only());
        flow(socket.tcp(), row.live(), now);
        user(OwnerText.user(row));
        owner(row.live().owner(), row.live().evidence());
        out.endObject();
        out.setFormattingStyle(LINES);
    }

    /** Ends the array and flushes. */
    @Override
    public void close() throws IOException {
        out.endArray();
        out.flush();
    }

    private void flow(@Nullable TcpInfo tcp, Live live, Instant now) throws IOException {
        Rates rates = live.rates();
        Instant end = live.closed() == null ? now : live.closed();
        Long active = tcp == null || tcp.lastActiveMillis() <= 0 ? null : (Long) tcp.lastActiveMillis();
        number("bytes_sent", tcp == null ? null : (Long) tcp.sent());
        number("bytes_received", tcp == null ? null : (Long) tcp.received());
        number("bytes_in_per_second", rates == null ? null : (Long) rates.in());
        number("bytes_out_per_second", rates == null ? null : (Long) rates.out());
        number("rtt_us", tcp == null ? null : nonZero(tcp.rttMicros()));
        number("retransmits", tcp == null ? null : (Long) tcp.retransmits());
        number("idle_seconds", active == null ? null : (Long) (Math.max(0, end.toEpochMilli() - active) / 1_000));
    }

    private void end(String side, @Nullable Endpoint end, boolean raw) throws IOException {
        text(side + "_address", end == null ? null : LineText.address(end));
        number(side + "_port", end == null || raw ? null : (Integer) end.port());
    }

    private void user(@Nullable User user) throws IOException {
        number("uid", user == null ? null : (Long) user.uid());
        text("user", user == null ? null : user.name());
    }

    private void owner(Owner owner, Evidence evidence) throws IOException {
        out.name("owner").beginObject();
        text("kind", owner.kind());
        text("evidence", evidence.kind());
        number("candidates", evidence instanceof Evidence.Inferred inferred ? (Integer) inferred.candidates() : null);
        out.name("processes").beginArray();
        if (owner instanceof Owner.Processes processes) {
            for (ProcessFacts holder : processes.holders()) {
                process(holder);
            }
        }
        out.endArray();
        Belonging belonging = owner.belongsTo();
        text("service", belonging instanceof Belonging.Unit unit ? unit.name() : null);
        text("container", belonging instanceof Belonging.Container container ? container.name() : null);
        out.endObject();
    }

    private void process(ProcessFacts holder) throws IOException {
        out.beginObject();
        number("pid", holder.id().pid());
        number("start_time", holder.started() == null ? null : (Long) holder.started().getEpochSecond());
        text("name", holder.name());
        text("cmdline", holder.commandLine().isEmpty() ? null : holder.commandLine());
        out.endObject();
    }

    private void number(String name, @Nullable Number value) throws IOException {
        out.name(name);
        if (value == null) {
            out.nullValue();
        } else {
            out.value(value.longValue());
        }
    }

    private void unsigned(String name, long value) throws IOException {
        out.name(name);
        if (value == 0) {
            out.nullValue();
        } else {
            out.jsonValue(Long.toUnsignedString(value));
        }
    }

    private void text(String name, @Nullable String value) throws IOException {
        out.name(name).value(value);
    }

    private static @Nullable Long nonZero(long value) {
        return value == 0 ? null : value;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
