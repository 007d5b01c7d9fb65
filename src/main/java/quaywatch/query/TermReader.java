package quaywatch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.query.Value.Sign;

/** Reads one term: a field with its value, or one of the forms that need no field. */
final class TermReader {

    private static final Pattern HOST_PORT = Pattern.compile("(?:\\[([^\\]]*)]|([\\d.]+|(?i:localhost)))(?::(\\d+))?");
    private static final Pattern FIELD = Pattern.compile("([^:<>=]*)(:=?|[<>]=?|=)(.*)", Pattern.DOTALL);

    private final PortReader ports;
    private final ValueReader values;

    TermReader(Here here) {
        this.ports = new PortReader(here.names(), here.ephemeral());
        this.values = new ValueReader(ports, here);
    }

    Parsed read(Token token) {
        String quoted = token.quoted();
        if (!token.closed()) {
            return wrong(token.start() + token.plain().length(), token.end(), "query.openQuote");
        }
        if (quoted != null && token.plain().isEmpty()) {
            return quoted.isBlank() ? wrong(token.start(), token.end(), "query.emptyQuotes") : new Parsed.Good(new WordTerm(quoted));
        }
        Parsed bare = quoted == null ? bare(token) : null;
        return bare == null ? field(token) : bare;
    }

    /** The forms without a field; null if it is none of them. */
    private @Nullable Parsed bare(Token token) {
        String text = token.plain();
        if (text.matches("\\d+(-\\d+)?")) {
            return ports.read(new Value(Field.PORT, Sign.HAS, text, false, token.start(), token.end()));
        }
        if (text.matches(":\\d+")) {
            return ports.read(new Value(Field.PORT, Sign.HAS, text.substring(1), false, token.start() + 1, token.end()));
        }
        Matcher hostPort = HOST_PORT.matcher(text);
        if (hostPort.matches() && (hostPort.group(3) != null || hostPort.group(1) != null)) {
            return hostPort(token, hostPort);
        }
        if (Address.parse(text).isPresent()) {
            return new Parsed.Good(new WordTerm(text));
        }
        return text.indexOf('/') < 0
                ? null
                : Hosts.net(text).<Parsed>map(net -> new Parsed.Good(new AddrTerm(Side.EITHER, net))).orElse(null);
    }

    private static Parsed hostPort(Token token, Matcher parts) {
        String bracketed = parts.group(1);
        String name = bracketed == null ? parts.group(2) : bracketed;
        Optional<Hosts> host = host(name);
        int from = token.start() + parts.start(bracketed == null ? 2 : 1);
        if (host.isEmpty()) {
            return bracketed != null && bracketed.isEmpty()
                    ? wrong(token.start(), token.end(), "query.noAddress", "[]")
                    : wrong(from, from + name.length(), "query.noAddress", Value.shown(name));
        }
        if (parts.group(3) == null) {
            return new Parsed.Good(new AddrTerm(Side.EITHER, host.get()));
        }
        int port = PortReader.number(parts.group(3));
        return port < 0
                ? wrong(token.start() + parts.start(3), token.end(), "query.noPort", Value.shown(parts.group(3)))
                : new Parsed.Good(new AtTerm(host.get(), port));
    }

    private static Optional<Hosts> host(String name) {
        return name.equalsIgnoreCase("localhost") ? Optional.of(new Hosts.Loopback()) : Address.parse(name).map(Hosts.Net::single);
    }

    private Parsed field(Token token) {
        Matcher parts = FIELD.matcher(token.plain());
        if (!parts.matches() || parts.group(1).isEmpty()) {
            return new Parsed.Good(new WordTerm(token.plain() + (token.quoted() == null ? "" : token.quoted())));
        }
        String name = parts.group(1);
        Optional<Field> field = Field.named(name);
        if (field.isEmpty()) {
            return parts.group(2).equals("=") ? new Parsed.Good(new WordTerm(token.plain())) : unknownField(token, name);
        }
        return known(token, field.get(), parts);
    }

    private Parsed known(Token token, Field field, Matcher parts) {
        int signStart = token.start() + parts.start(2);
        String sign = parts.group(2);
        if (sign.equals("=")) {
            return wrong(signStart, signStart + 1, "query.equalsAlone", field.toString());
        }
        String text = parts.group(3) + (token.quoted() == null ? "" : token.quoted());
        if (text.isBlank()) {
            return wrong(token.start(), token.end(), "query.noValue", field.toString(), field.example());
        }
        return values.read(
                new Value(field, sign(sign), text, token.quoted() != null, token.start() + parts.start(3), token.end()), signStart);
    }

    private static Sign sign(String text) {
        for (Sign sign : Sign.values()) {
            if (sign.toString().equals(text)) {
                return sign;
            }
        }
        return Sign.HAS;
    }

    private static Parsed unknownField(Token token, String name) {
        List<String> args = new ArrayList<>(List.of(Value.shown(name), String.join(", ", Field.NAMES)));
        Nearest.to(name, Field.NAMES).ifPresent(args::add);
        String key = args.size() == 3 ? "query.unknownFieldNear" : "query.unknownField";
        return new Parsed.Wrong(new QueryError(token.start(), token.start() + name.length(), key, args));
    }

    private static Parsed wrong(int start, int end, String key, String... args) {
        return new Parsed.Wrong(new QueryError(start, end, key, List.of(args)));
    }
}
