package quaywatch.view;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.Exposure;
import quaywatch.model.Family;
import quaywatch.model.Live;
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
 * Writes a socket as one JSON object, the same wherever it stands: {@code $defs/socket} in {@code quaywatch/schema/sockets.schema.json}.
 * Remembers the owners it wrote, so use it for one look only.
 */
final class SocketObject {

    // Quoted once: most of what is written are names, and a short command has no time to learn to be quick at quoting.
    private static final SerializedString GROUP = name("group");
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
    private final JsonFields fields;
    private final OwnerJson owners;

    SocketObject(JsonGenerator out) {
        this(out, new OwnerJson(true));
    }

    SocketObject(JsonGenerator out, OwnerJson owners) {
        this.out = out;
        this.fields = new JsonFields(out);
        this.owners = owners;
    }

    private static SerializedString name(String text) {
        return new SerializedString(text);
    }

    private static SerializedString[] words(Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> name(constant.name().toLowerCase(Locale.ROOT))).toArray(SerializedString[]::new);
    }

    /** Writes one; {@code now} is the moment that idle time is counted to. */
    void write(Row row, Instant now) throws IOException {
        write(row, null, now);
    }

    /** As {@link #write(Row, Instant)}, first the group it is shown in; nothing of that if null. */
    void write(Row row, @Nullable String group, Instant now) throws IOException {
        Socket socket = row.socket();
        ProcessFacts first = OwnerText.first(row.live().owner());
        boolean raw = socket.protocol() == Protocol.RAW; // has addresses, but no ports
        out.writeStartObject();
        if (group != null) {
            fields.text(GROUP, group);
        }
        fields.known(PID, first == null ? 0 : first.id().pid());
        fields.text(NAME, first == null ? null : first.name());
        fields.known(SOCKET, socket.inode());
        fields.word(FAMILY, socket.family() == Family.IPV4 ? IPV4 : IPV6);
        fields.word(PROTOCOL, PROTOCOLS[socket.protocol().ordinal()]);
        end(LOCAL_ADDRESS, LOCAL_PORT, socket.local(), raw);
        end(REMOTE_ADDRESS, REMOTE_PORT, socket.hasPeer() ? socket.remote() : null, raw);
        fields.word(STATE, STATES[socket.state().ordinal()]);
        fields.number(NET_NAMESPACE, socket.namespace());
        fields.word(PORT_RANGE, socket.local().port() == 0 ? null : RANGES[PortClass.of(socket.local().port()).ordinal()]);
        fields.word(EXPOSURE, socket.holdsPort() ? EXPOSURES[socket.exposure().ordinal()] : null);
        fields.unsigned(COOKIE, socket.cookie());
        fields.flag(V6ONLY, socket.v6Only());
        flow(socket.tcp(), row.live(), now);
        user(OwnerText.user(row));
        out.writeFieldName(OWNER);
        out.writeRawValue(owners.of(row.live().owner(), row.live().evidence()));
        out.writeEndObject();
    }

    private void flow(@Nullable TcpInfo tcp, Live live, Instant now) throws IOException {
        Rates rates = live.rates();
        if (tcp == null) {
            fields.none(BYTES_SENT);
            fields.none(BYTES_RECEIVED);
        } else {
            fields.number(BYTES_SENT, tcp.sent());
            fields.number(BYTES_RECEIVED, tcp.received());
        }
        if (rates == null) {
            fields.none(BYTES_IN);
            fields.none(BYTES_OUT);
        } else {
            fields.number(BYTES_IN, rates.in());
            fields.number(BYTES_OUT, rates.out());
        }
        if (tcp == null) {
            fields.none(RTT);
            fields.none(RETRANSMITS);
        } else {
            fields.known(RTT, tcp.rttMicros());
            fields.number(RETRANSMITS, tcp.retransmits());
        }
        if (tcp == null || tcp.lastActiveMillis() <= 0) {
            fields.none(IDLE);
        } else {
            Instant end = live.closed() == null ? now : live.closed();
            fields.number(IDLE, Math.max(0, end.toEpochMilli() - tcp.lastActiveMillis()) / 1_000);
        }
    }

    private void end(SerializedString address, SerializedString port, @Nullable Endpoint end, boolean raw) throws IOException {
        fields.text(address, end == null ? null : LineText.address(end));
        if (end == null || raw) {
            fields.none(port);
        } else {
            fields.number(port, end.port());
        }
    }

    private void user(@Nullable User user) throws IOException {
        if (user == null) {
            fields.none(UID);
        } else {
            fields.number(UID, user.uid());
        }
        fields.text(USER, user == null ? null : user.name());
    }
}
