package quaywatch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import quaywatch.model.PortClass;
import quaywatch.model.PortRange;
import quaywatch.model.ServiceNames;

/** Reads ports: {@code 8080}, {@code 3000-3999}, {@code 1024..}, {@code http}, {@code well-known}, several with commas, or a limit. */
final class PortReader {

    private static final int HIGHEST = 65_535;

    private final ServiceNames names;
    private final @Nullable PortRange ephemeral;

    PortReader(ServiceNames names, @Nullable PortRange ephemeral) {
        this.names = names;
        this.ephemeral = ephemeral;
    }

    Parsed read(Value value) {
        return value.sign().compares() ? limit(value) : list(value);
    }

    private Parsed list(Value value) {
        List<PortRange> ranges = new ArrayList<>();
        int from = value.start();
        for (String piece : value.quoted() ? new String[]{value.text()} : value.text().split(",", -1)) {
            int end = value.quoted() ? value.end() : from + piece.length();
            Value part = new Value(value.field(), value.sign(), piece, value.quoted(), piece.isEmpty() ? value.start() : from,
                    piece.isEmpty() ? value.end() : end);
            if (piece(part, ranges) instanceof Parsed.Wrong wrong) {
                return wrong;
            }
            from = end + 1;
        }
        return new Parsed.Good(new PortTerm(value.field().side(), ranges));
    }

    /** Adds the ports of one piece, or tells what is wrong with it. */
    private @Nullable Parsed piece(Value part, List<PortRange> ranges) {
        String text = part.text();
        if (text.matches("\\d+")) {
            return stretch(part, text, text, ranges);
        }
        if (text.matches("\\d+-\\d+")) {
            int dash = text.indexOf('-');
            return stretch(part, text.substring(0, dash), text.substring(dash + 1), ranges);
        }
        if (text.matches("\\d*\\.\\.\\d*") && text.length() > 2) {
            int dots = text.indexOf("..");
            String first = text.substring(0, dots);
            String last = text.substring(dots + 2);
            return stretch(part, first.isEmpty() ? "0" : first, last.isEmpty() ? "" + HIGHEST : last, ranges);
        }
        List<PortRange> named = named(text);
        ranges.addAll(named);
        return named.isEmpty() ? part.wrong("query.noService", Value.shown(text)) : null;
    }

    private static @Nullable Parsed stretch(Value part, String first, String last, List<PortRange> ranges) {
        int low = number(first);
        int high = number(last);
        if (low < 0 || high < 0) {
            return part.wrong("query.noPort", Value.shown(low < 0 ? first : last));
        }
        if (low > high) {
            return part.wrong("query.downwards", last + "-" + first);
        }
        ranges.add(new PortRange(low, high));
        return null;
    }

    private List<PortRange> named(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "well-known" -> List.of(PortClass.WELL_KNOWN.range());
            case "registered" -> List.of(PortClass.REGISTERED.range());
            case "dynamic" -> List.of(PortClass.DYNAMIC.range());
            case "ephemeral" -> ephemeral == null ? List.of() : List.of(ephemeral);
            default -> names.ports(text).stream().map(port -> new PortRange(port, port)).toList();
        };
    }

    private static Parsed limit(Value value) {
        int limit = number(value.text());
        if (limit < 0) {
            return value.text().matches("\\d+")
                    ? value.wrong("query.noPort", Value.shown(value.text()))
                    : value.wrong("query.portNumber", Value.shown(value.text()));
        }
        int first = switch (value.sign().comparison()) {
            case MORE -> limit + 1;
            case AT_LEAST -> limit;
            case LESS, AT_MOST -> 0;
        };
        int last = switch (value.sign().comparison()) {
            case LESS -> limit - 1;
            case AT_MOST -> limit;
            case MORE, AT_LEAST -> HIGHEST;
        };
        return first > last
                ? value.wrong("query.noPort", Integer.toString(first > HIGHEST ? first : last))
                : new Parsed.Good(new PortTerm(value.field().side(), List.of(new PortRange(first, last))));
    }

    /** A port, or -1 for anything else. */
    static int number(String text) {
        if (!text.matches("\\d+")) {
            return -1;
        }
        String digits = text.replaceFirst("^0+(?=\\d)", "");
        return digits.length() > 5 || Integer.parseInt(digits) > HIGHEST ? -1 : Integer.parseInt(digits);
    }
}
