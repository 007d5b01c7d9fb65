package quaywatch.control.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.control.PortAnswer;
import quaywatch.control.Reason;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.PortRange;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.User;
import quaywatch.text.Words;

/** Says one reason, what follows from it, and the way out. */
final class ReasonWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int NAMED = 4;

    private final Words words;
    private final Naming naming;
    private final ZoneId zone;

    ReasonWords(Words words, Naming naming, ZoneId zone) {
        this.words = words;
        this.naming = naming;
        this.zone = zone;
    }

    Line of(PortAnswer answer, Reason reason) {
        return switch (reason) {
            case Reason.Held(List<Row> rows, var reach) ->
                new Line(holder(answer, answer.protocol() == Protocol.UDP ? "control.reason.heldUdp" : "control.reason.held", rows),
                        words.of("control.reason.reach", reach),
                        stop(answer, rows));
            case Reason.BoundOnly(List<Row> rows, var reach) ->
                new Line(holder(answer, "control.reason.bound", rows),
                        words.get("control.reason.bound.detail") + " " + words.of("control.reason.reach", reach), stop(answer, rows));
            case Reason.Connected connected ->
                new Line(holder(answer, connected.ephemeral() ? "control.reason.client" : "control.reason.connected", connected.rows()),
                        words.get(connected.blocks() ? "control.reason.connected.blocks" : "control.reason.connected.reuse"));
            case Reason.Waiting(List<Row> rows, Instant until) -> waiting(rows.size(), until);
            case Reason.Privileged(int from) -> privileged(answer, from);
            case Reason.Unexplained(var addresses) -> new Line(
                    words.get("control.reason.unexplained", naming.list(addresses.stream().map(Object::toString).toList())),
                    words.get("control.reason.unexplained.detail"),
                    Typed.whyAsRoot(answer.protocol(), answer.port()));
            case Reason.Elsewhere(List<Row> rows) ->
                new Line(words.get("control.reason.elsewhere", owners(rows)), words.get("control.reason.elsewhere.detail"));
            case Reason.Reserved(PortRange range) ->
                new Line(words.get("control.reason.reserved", range(range)), words.get("control.reason.reserved.detail"));
            case Reason.Ephemeral(PortRange range, List<PortRange> reserved) ->
                new Line(words.get("control.reason.ephemeral", range.toString()), words.get("control.reason.ephemeral.detail"),
                        "sudo sysctl net.ipv4.ip_local_reserved_ports=" + Stream
                                .concat(reserved.stream().map(ReasonWords::range), Stream.of(Integer.toString(answer.port())))
                                .collect(Collectors.joining(",")));
        };
    }

    private static String range(PortRange range) {
        return range.size() == 1 ? Integer.toString(range.first()) : range.first() + "-" + range.last();
    }

    /** {@code java 24187, yours, listens on 0.0.0.0:8080 and [::]:8080}. */
    private String holder(PortAnswer answer, String key, List<Row> rows) {
        Row first = rows.getFirst();
        Owner owner = first.live().owner();
        List<String> ends = rows.stream().limit(NAMED).map(row -> row.socket().local().toString()).distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        if (rows.size() > NAMED) {
            ends.add(words.get("control.reason.more", rows.size() - NAMED));
        }
        boolean probable = first.live().evidence() instanceof Evidence.Inferred;
        String name = probable
                ? words.get("control.reason.probably", naming.owner(owner))
                : naming.owner(owner);
        String who = owner instanceof Owner.Processes ? words.get("control.reason.whose", name, whose(answer.user(), owner.user())) : name;
        return words.get(key, probable || !named(owner) ? capital(who) : who, naming.list(ends), first.socket().remote().toString());
    }

    /** Whether it is called by a name of its own, which is written as it is. */
    private static boolean named(Owner owner) {
        return owner instanceof Owner.Processes || owner instanceof Owner.Service;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String whose(@Nullable User me, @Nullable User other) {
        return naming.whose(me != null && other != null && me.uid() == other.uid(), other);
    }

    private String owners(List<Row> rows) {
        String all = naming.list(rows.stream().map(row -> naming.owner(row.live().owner())).distinct().limit(NAMED).toList());
        return named(rows.getFirst().live().owner()) ? all : capital(all);
    }

    private Line waiting(int count, @Nullable Instant until) {
        String title = until == null
                ? words.get("control.reason.waiting", count)
                : words.get("control.reason.waiting.until", count, TIME.format(until.atZone(zone)));
        return new Line(title, words.get("control.reason.waiting.detail"));
    }

    private Line privileged(PortAnswer answer, int from) {
        String user = answer.user() == null ? words.get("control.reason.thisUser") : Naming.safe(answer.user().name());
        return from == 0
                ? new Line(words.get("control.reason.privileged", user), words.get("control.reason.privileged.detail"))
                : new Line(words.get("control.reason.privileged.from", user, Integer.toString(from)),
                        words.get("control.reason.privileged.detail"),
                        "sudo sysctl net.ipv4.ip_unprivileged_port_start=" + answer.port());
    }

    /** The command that ends the holder: nothing is ended on a guess, and nobody whom only the user of is known. */
    private static String stop(PortAnswer answer, List<Row> rows) {
        Row row = rows.getFirst();
        if (!(row.live().owner() instanceof Owner.Processes(var holders))) {
            return row.live().owner() instanceof Owner.Kernel ? "" : Typed.whoAsRoot(answer.port());
        }
        if (!(row.live().evidence() instanceof Evidence.Exact)) {
            return Typed.whoAsRoot(answer.port());
        }
        ProcessFacts first = holders.getFirst();
        boolean own = answer.user() != null && first.user() != null && answer.user().uid() == first.user().uid();
        return own && !(first.belongsTo() instanceof Belonging.Unit(_, boolean user) && !user)
                ? ownStop(answer, first)
                : ObstacleWords.stop(first, Typed.freeAsRoot(answer.protocol(), answer.port()));
    }

    /** The service manager is asked by name; all else is left to the plan. */
    private static String ownStop(PortAnswer answer, ProcessFacts first) {
        return first.belongsTo() instanceof Belonging.Unit(String name, boolean user) && user && ObstacleWords.plain(name)
                && name.endsWith(".service")
                        ? "systemctl --user stop " + name
                        : Typed.free(answer.protocol(), answer.port());
    }
}
