package quaywatch.view;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Endpoint;
import quaywatch.model.Evidence;
import quaywatch.model.Exposure;
import quaywatch.model.Family;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.PortClass;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.model.TcpInfo;
import quaywatch.model.User;

/**
 * Writes sockets as JSON, one line with an object for each: names as osquery's {@code process_open_sockets} where they exist, unknown is null, the same
 * in every locale and encoding. The form is described in {@code quaywatch/schema/sockets.schema.json}. Other people's text is written as it
 * is, only escaped. One instance writes one array; call {@link #close} to end it. Not for several threads.
 */
public final class SocketJson implements AutoCloseable {

    /** ASCII alone, as a terminal's encoding turns what it lacks into question marks. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder().rootValueSeparator(",\n").enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    // Quoted once: most of what is written are names, and a short command has no time to learn to be quick at quoting.
    private static final SerializedString PID = name("pid");
    private static final SerializedString NAME = name("name");
    private static final SerializedString SOCKET = name("socket");
    private static final SerializedString FAMILY = name("family");
    private static final SerializedString PROTOCOL = name("protocol");
    private static final SerializedString LOCAL_ADDRESS = name("local_address");
    private static final SerializedString LOCAL_PORT = name("local_port");
    private static final SerializedString REMOTE_ADDRESS = name("remote_address");
    private static final SerializedString REMOTE_PORT = name("remote_port");
    private static final SerializedString STATE = name("state");
    private static final SerializedString NET_NAMESPACE = name("net_namespace");
    private static final SerializedString PORT_RANGE = name("port_range");
    private static final SerializedString EXPOSURE = name("exposure");
    private static final SerializedString COOKIE = name("cookie");
    private static final SerializedString V6ONLY = name("v6only");
    private static final SerializedString BYTES_SENT = name("bytes_sent");
    private static final SerializedString BYTES_RECEIVED = name("bytes_received");
    private static final SerializedString BYTES_IN = name("bytes_in_per_second");
    private static final SerializedString BYTES_OUT = name("bytes_out_per_second");
    private static final SerializedString RTT = name("rtt_us");
    private static final SerializedString RETRANSMITS = name("retransmits");
    private static final SerializedString IDLE = name("idle_seconds");
    private static final SerializedString UID = name("uid");
    private static final SerializedString USER = name("user");
    private static final SerializedString OWNER = name("owner");
    private static final SerializedString IPV4 = name("ipv4");
    private static final SerializedString IPV6 = name("ipv6");
    private static final SerializedString[] PROTOCOLS = words(Protocol.values());
    private static final SerializedString[] RANGES = words(PortClass.values());
    private static final SerializedString[] EXPOSURES = words(Exposure.values());
    private static final SerializedString[] STATES = Stream.of(SocketState.values()).map(state -> name(state.name()))
            .toArray(SerializedString[]::new);

    private final JsonGenerator out;
    /** Of owners that were written: whoever holds one socket mostly holds more. */
    private final Map<Owner, Written> owners = new IdentityHashMap<>();
    private boolean empty = true;

    /** An owner's text, with the evidence in it. */
    private record Written(Evidence evidence, String text) {}

    /** Begins the array. The writer is not closed by {@link #close}, only flushed. */
    public SocketJson(Writer writer) throws IOException {
        out = FACTORY.createGenerator(writer);
        out.writeRaw("[");
    }

    private static SerializedString name(String text) {
        return new SerializedString(text);
    }

    private static SerializedString[] words(Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> name(constant.name().toLowerCase(Locale.ROOT))).toArray(SerializedString[]::new);
    }

    /** Writes one socket; {@code now} is the moment that idle time is counted to. */
    public void write(Row row, Instant now) throws IOException {
        Socket socket = row.socket();
        ProcessFacts first = OwnerText.first(row.live().owner());
        boolean raw = socket.protocol() == Protocol.RAW; // has addresses, but no ports
        if (empty) {
            out.writeRaw('\n');
            empty = false;
        }
        out.writeStartObject();
        known(PID, first == null ? 0 : first.id().pid());
        text(NAME, first == null ? null : first.name());
        known(SOCKET, socket.inode());
        word(FAMILY, socket.family() == Family.IPV4 ? IPV4 : IPV6);
        word(PROTOCOL, PROTOCOLS[socket.protocol().ordinal()]);
        end(LOCAL_ADDRESS, LOCAL_PORT, socket.local(), raw);
        end(REMOTE_ADDRESS, REMOTE_PORT, socket.hasPeer() ? socket.remote() : null, raw);
        word(STATE, STATES[socket.state().ordinal()]);
        number(NET_NAMESPACE, socket.namespace());
        word(PORT_RANGE, socket.local().port() == 0 ? null : RANGES[PortClass.of(socket.local().port()).ordinal()]);
        word(EXPOSURE, socket.holdsPort() ? EXPOSURES[socket.exposure().ordinal()] : null);
        unsigned(COOKIE, socket.cookie());
        flag(V6ONLY, socket.v6Only());
        flow(socket.tcp(), row.live(), now);
        user(OwnerText.user(row));
        out.writeFieldName(OWNER);
        out.writeRawValue(owner(row.live().owner(), row.live().evidence()));
        out.writeEndObject();
    }

    /** Ends the array and flushes. */
    @Override
    public void close() throws IOException {
        out.writeRaw(empty ? "]" : "\n]");
        out.close();
    }

    private void flow(@Nullable TcpInfo tcp, Live live, Instant now) throws IOException {
        Rates rates = live.rates();
        if (tcp == null) {
            none(BYTES_SENT);
            none(BYTES_RECEIVED);
        } else {
            number(BYTES_SENT, tcp.sent());
            number(BYTES_RECEIVED, tcp.received());
        }
        if (rates == null) {
            none(BYTES_IN);
            none(BYTES_OUT);
        } else {
            number(BYTES_IN, rates.in());
            number(BYTES_OUT, rates.out());
        }
        if (tcp == null) {
            none(RTT);
            none(RETRANSMITS);
        } else {
            known(RTT, tcp.rttMicros());
            number(RETRANSMITS, tcp.retransmits());
        }
        if (tcp == null || tcp.lastActiveMillis() <= 0) {
            none(IDLE);
        } else {
            Instant end = live.closed() == null ? now : live.closed();
            number(IDLE, Math.max(0, end.toEpochMilli() - tcp.lastActiveMillis()) / 1_000);
        }
    }

    private void end(SerializedString address, SerializedString port, @Nullable Endpoint end, boolean raw) throws IOException {
        text(address, end == null ? null : LineText.address(end));
        if (end == null || raw) {
            none(port);
        } else {
            number(port, end.port());
        }
    }

    private void user(@Nullable User user) throws IOException {
        if (user == null) {
            none(UID);
        } else {
            number(UID, user.uid());
        }
        text(USER, user == null ? null : user.name());
    }

    private String owner(Owner owner, Evidence evidence) throws IOException {
        Written known = owners.get(owner);
        if (known == null || known.evidence != evidence) {
            known = new Written(evidence, ownerText(owner, evidence));
            owners.put(owner, known);
        }
        return known.text;
    }

    private static String ownerText(Owner owner, Evidence evidence) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("kind", owner.kind());
            json.writeStringField("evidence", evidence.kind());
            json.writeFieldName("candidates");
            if (evidence instanceof Evidence.Inferred inferred) {
                json.writeNumber(inferred.candidates());
            } else {
                json.writeNull();
            }
            json.writeArrayFieldStart("processes");
            if (owner instanceof Owner.Processes processes) {
                for (ProcessFacts holder : processes.holders()) {
                    process(json, holder);
                }
            }
            json.writeEndArray();
            Belonging belonging = owner.belongsTo();
            json.writeStringField("service", belonging instanceof Belonging.Unit unit ? unit.name() : null);
            json.writeStringField("container", belonging instanceof Belonging.Container container ? container.name() : null);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void process(JsonGenerator json, ProcessFacts holder) throws IOException {
        json.writeStartObject();
        json.writeNumberField("pid", holder.id().pid());
        json.writeFieldName("start_time");
        if (holder.started() == null) {
            json.writeNull();
        } else {
            json.writeNumber(holder.started().getEpochSecond());
        }
        json.writeStringField("name", holder.name());
        json.writeStringField("cmdline", holder.commandLine().isEmpty() ? null : holder.commandLine());
        json.writeEndObject();
    }

    private void none(SerializedString name) throws IOException {
        out.writeFieldName(name);
        out.writeNull();
    }

    private void number(SerializedString name, long value) throws IOException {
        out.writeFieldName(name);
        out.writeNumber(value);
    }

    /** A number of which 0 means that it is not known. */
    private void known(SerializedString name, long value) throws IOException {
        if (value == 0) {
            none(name);
        } else {
            number(name, value);
        }
    }

    private void unsigned(SerializedString name, long value) throws IOException {
        if (value < 0) {
            out.writeFieldName(name);
            out.writeNumber(Long.toUnsignedString(value));
        } else {
            known(name, value);
        }
    }

    private void flag(SerializedString name, @Nullable Boolean value) throws IOException {
        if (value == null) {
            none(name);
        } else {
            out.writeFieldName(name);
            out.writeBoolean(value);
        }
    }

    private void word(SerializedString name, @Nullable SerializedString value) throws IOException {
        if (value == null) {
            none(name);
        } else {
            out.writeFieldName(name);
            out.writeString(value);
        }
    }

    private void text(SerializedString name, @Nullable String value) throws IOException {
        out.writeFieldName(name);
        out.writeString(value);
    }
}
