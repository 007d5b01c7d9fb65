package quaywatch.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Rates;
import quaywatch.model.Traffic;
import quaywatch.text.Quantity;
import quaywatch.text.Words;

/** The columns of those who hold sockets. What they share with the columns of sockets has the same {@link Column#id()}. */
public final class OwnerColumns {

    /** So many ports are named in a cell; the others are counted. */
    private static final int NAMED = 6;

    static final Column OWNER = Column.<String>ofOwner("owner", line -> OwnerText.sortName(line.owner())).filter(Filters::owner)
            .muted(line -> OwnerText.pidValue(line.owner()) == null).lack((line, words) -> OwnerText.inference(line.live(), words))
            .text((line, wording, _) -> OwnerText.name(line.live(), wording.words()));
    private static final Column PID = Column.<Long>ofOwner("pid", line -> OwnerText.pidValue(line.owner())).right().mono().muted(_ -> true)
            .filter(Filters::pid).text((line, wording, _) -> OwnerText.pid(line.live(), wording.words()));
    private static final Column SOCKETS = count("sockets", figures -> figures.sockets(), null);
    private static final Column LISTENING = count("listening", figures -> figures.listening(), "listening");
    private static final Column CONNECTIONS = count("connections", figures -> figures.connections(), "connected");
    /** By the lowest. */
    private static final Column PORTS = Column
            .<Integer>ofOwner("ports", line -> line.figures().ports().isEmpty() ? null : line.figures().ports().getFirst()).mono()
            .muted(line -> line.figures().ports().isEmpty())
            .filter(line -> line.figures().ports().size() == 1 ? Filters.number("lport", line.figures().ports().getFirst()) : null)
            .text((line, wording, _) -> ports(line.figures().ports(), wording.words()));
    private static final Column RTT = Column.<Long>ofOwner("rtt", OwnerLine::rttMicros).right().mono()
            .muted(line -> line.rttMicros() == null).filter(MeasureFilters::rtt)
            .head((group, words) -> FlowText.rtt(group.worstRtt(), words))
            .text((line, wording, _) -> FlowText.rtt(line.rttMicros(), wording.words()));
    private static final Column BELONGS = Column.<String>ofOwner("belongs", line -> OwnerText.belongingValue(line.owner()))
            .muted(_ -> true).filter(Filters::belongs).text((line, wording, _) -> OwnerText.belongsTo(line.owner(), wording.words()));
    private static final Column USER = Column.<String>ofOwner("user", line -> OwnerText.userValue(line.row())).muted(_ -> true)
            .filter(Filters::user).text((line, wording, _) -> OwnerText.user(line.row(), wording.words()));

    private static final List<Column> ALL = List.of(OWNER, PID, PORTS, SOCKETS, LISTENING, CONNECTIONS, rate("in", Rates::in),
            rate("out", Rates::out), total("received", Traffic.Sum::received), total("sent", Traffic.Sum::sent), RTT, BELONGS, USER);

    private OwnerColumns() {}

    /** All of them, in order. */
    public static List<Column> all() {
        return ALL;
    }

    static Optional<Column> byId(String id) {
        return ALL.stream().filter(column -> column.id().equals(id)).findFirst();
    }

    /** @param trait  what the sockets that are counted are, as the query says it; null for all */
    private static Column count(String id, Function<OwnerLine.Figures, Integer> figure, @Nullable String trait) {
        return Column.<Integer>ofOwner(id, line -> figure.apply(line.figures())).right().mono()
                .filter(line -> trait == null || figure.apply(line.figures()) == 0 ? null : new Filter("is", trait))
                .muted(line -> figure.apply(line.figures()) == 0)
                .text((line, _, _) -> Figures.count(figure.apply(line.figures())));
    }

    private static Column rate(String id, ToLongFunction<Rates> side) {
        return Column.<Long>ofOwner(id, line -> rateOf(line.rates(), side)).right().mono()
                .muted(line -> !FlowText.isSome(rateOf(line.rates(), side)))
                .head((group, words) -> FlowText.rate(rateOf(group.rates(), side), words))
                .lack((line, words) -> line.rates() == null ? words.get("view.lack.uncounted") : null)
                .text((line, wording, _) -> FlowText.rate(rateOf(line.rates(), side), wording.words()));
    }

    private static @Nullable Long rateOf(@Nullable Rates rates, ToLongFunction<Rates> side) {
        return rates == null ? null : (Long) side.applyAsLong(rates);
    }

    private static Column total(String id, ToLongFunction<Traffic.Sum> side) {
        return Column.<Long>ofOwner(id, line -> line.total() == null ? null : (Long) side.applyAsLong(line.total())).right().mono()
                .muted(line -> line.total() == null || side.applyAsLong(line.total()) == 0)
                .lack((line, words) -> line.total() == null ? words.get("view.lack.others") : null)
                .text((line, wording, _) -> line.total() == null
                        ? wording.words().get("view.notApplicable")
                        : Quantity.bytes(side.applyAsLong(line.total())));
    }

    /** {@code 22, 80, 443 +5}. */
    private static String ports(List<Integer> ports, Words words) {
        if (ports.isEmpty()) {
            return words.get("view.none");
        }
        String named = ports.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return ports.size() <= NAMED ? named : named + " +" + Figures.count(ports.size() - NAMED);
    }
}
