package quaywatch.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Protocol;
import quaywatch.model.SocketState;
import quaywatch.model.User;

/** Reads the value of each field. */
final class ValueReader {

    private final PortReader ports;
    private final SpanReader spans;
    private final @Nullable User me;

    ValueReader(PortReader ports, Here here) {
        this.ports = ports;
        this.spans = new SpanReader(here.clock());
        this.me = here.me();
    }

    /** The term that a field and its value make. {@code signStart} is where the sign stands, for errors about it. */
    Parsed read(Value value, int signStart) {
        boolean ordered = switch (value.field()) {
            case PORT, LPORT, RPORT, RATE, RTT, AGE, IDLE, RETRANS -> true;
            case ADDR, LADDR, RADDR, PROCESS, PID, USER, CMD, SERVICE, CONTAINER, PROTO, STATE, IS, TIME -> false;
        };
        if (value.sign().compares() && !ordered) {
            return new Parsed.Wrong(new QueryError(signStart, signStart + value.sign().toString().length(), "query.noOrder",
                    List.of(value.field().toString(), value.sign().toString())));
        }
        return switch (value.field()) {
            case PORT, LPORT, RPORT -> ports.read(value);
            case ADDR, LADDR, RADDR -> hosts(value);
            case PROCESS -> text(value, TextField.PROCESS);
            case USER -> user(value);
            case CMD -> text(value, TextField.CMD);
            case SERVICE -> text(value, TextField.SERVICE);
            case CONTAINER -> text(value, TextField.CONTAINER);
            case PID -> pid(value);
            case PROTO -> constant(value, Protocol.values(), ProtocolTerm::new);
            case STATE -> constant(value, SocketState.values(), StateTerm::new);
            case IS -> constant(value, Trait.values(), TraitTerm::new);
            case TIME -> spans.read(value);
            case AGE -> LimitReader.age(value);
            case RATE -> LimitReader.measure(value, Measure.RATE);
            case RTT -> LimitReader.measure(value, Measure.RTT);
            case IDLE -> LimitReader.measure(value, Measure.IDLE);
            case RETRANS -> LimitReader.measure(value, Measure.RETRANS);
        };
    }

    private static Parsed text(Value value, TextField field) {
        return new Parsed.Good(new TextTerm(field, value.text(), value.sign() == Value.Sign.IS));
    }

    /** {@code user:=me} is whoever runs the program; a user of that name stands in quotes. */
    private Parsed user(Value value) {
        boolean mine = me != null && value.sign() == Value.Sign.IS && !value.quoted() && value.text().equalsIgnoreCase("me");
        return mine && me != null
                ? new Parsed.Good(new TextTerm(TextField.USER, Long.toString(me.uid()), true))
                : text(value, TextField.USER);
    }

    private static Parsed hosts(Value value) {
        String text = value.text();
        Hosts written = new Hosts.Written(text, value.sign() == Value.Sign.IS);
        if (value.quoted()) {
            return new Parsed.Good(new AddrTerm(value.field().side(), written));
        }
        if (text.equalsIgnoreCase("localhost")) {
            return new Parsed.Good(new AddrTerm(value.field().side(), new Hosts.Loopback()));
        }
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        Optional<Hosts.Net> net = Hosts.net(plain);
        if (net.isEmpty() && plain.indexOf('/') >= 0) {
            return value.wrong("query.noNet", Value.shown(text));
        }
        return new Parsed.Good(new AddrTerm(value.field().side(), net.isPresent() ? net.get() : written));
    }

    private static Parsed pid(Value value) {
        return value.text().matches("\\d{1,18}") && Long.parseLong(value.text()) > 0
                ? new Parsed.Good(new PidTerm(Long.parseLong(value.text())))
                : value.wrong("query.noPid", Value.shown(value.text()));
    }

    private static <E extends Enum<E>> Parsed constant(Value value, E[] known, Function<E, Query> term) {
        String name = value.text().replace('-', '_');
        for (E constant : known) {
            if (constant.name().equalsIgnoreCase(name)) {
                return new Parsed.Good(term.apply(constant));
            }
        }
        return value.unknown(Arrays.stream(known).map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList());
    }
}
