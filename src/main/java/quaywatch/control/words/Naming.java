package quaywatch.control.words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.control.StopPlan;
import quaywatch.control.Stoppable;
import quaywatch.control.Way;
import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.User;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/** How processes, ports, owners and spans of time are called in the sentences of this package. */
final class Naming {

    private static final int NAME_LIMIT = 40;
    private static final int NAMED = 3;

    private final Words words;

    Naming(Words words) {
        this.words = words;
    }

    /** {@code java}. */
    static String name(ProcessFacts who) {
        return Visible.name(who.name(), NAME_LIMIT);
    }

    static String safe(String raw) {
        return Visible.shortened(raw, NAME_LIMIT);
    }

    /** {@code java 24187}. */
    String process(ProcessFacts who) {
        return words.get("control.process", name(who), Long.toString(who.id().pid()));
    }

    /** {@code java 24187}, or {@code nginx 1733 and 3 more}. */
    String processes(List<ProcessFacts> all) {
        ProcessFacts first = all.getFirst();
        return all.size() == 1
                ? process(first)
                : words.get("control.processes", name(first), Long.toString(first.id().pid()), all.size() - 1);
    }

    /** The holders of a plan; the service where they are hidden. */
    String holders(Stoppable plan) {
        if (!(plan instanceof StopPlan.Possible port) || !plan.holders().isEmpty()) {
            return processes(plan.holders());
        }
        // It is the service that is stopped, even where a process is thought to be the holder.
        Belonging belonging = port.row().live().owner().belongsTo();
        return belonging == null ? owner(port.row().live().owner()) : words.get("control.owner.service", safe(belonging.name()));
    }

    /** Everybody whom the plan asks, waits for and may force: the holders, and with a parent or a whole tree those too. */
    static List<ProcessFacts> reached(Stoppable plan) {
        return plan.way() instanceof Way.AskKeepers || plan.way() instanceof Way.AskTree ? plan.way().signalled() : plan.holders();
    }

    /** The same in words, whoever is asked first at the head: {@code npm 4710 and node 4711}. A holder is among the three that are named. */
    String everybody(Stoppable plan) {
        return switch (plan.way()) {
            case Way.AskKeepers(List<ProcessFacts> keepers, List<ProcessFacts> holders) when keepers.size() >= NAMED ->
                some(Stream.of(keepers.subList(0, NAMED - 1), holders, keepers.subList(NAMED - 1, keepers.size()))
                        .flatMap(List::stream).toList());
            case Way.AskKeepers _,Way.AskTree _ -> some(plan.way().signalled());
            case Way.Ask _,Way.AskAdministrator _,Way.Stop _ -> holders(plan);
        };
    }

    /** {@code esbuild 4712, node 4713 and 2 more}: three by name. */
    String some(List<ProcessFacts> all) {
        List<String> names = new ArrayList<>(all.stream().limit(NAMED).map(this::process).toList());
        if (all.size() > NAMED) {
            names.add(words.get("control.plan.cuts.more", all.size() - NAMED));
        }
        return list(names);
    }

    /** {@code port 8080}, {@code UDP port 53}. */
    String port(Protocol protocol, int port) {
        return words.get("control.port." + protocol.name(), Integer.toString(port));
    }

    /** {@code Port 8080}, at the start of a sentence. */
    String head(Protocol protocol, int port) {
        return words.get("control.head." + protocol.name(), Integer.toString(port));
    }

    String owner(Owner owner) {
        return switch (owner) {
            case Owner.Processes(List<ProcessFacts> holders) -> processes(holders);
            case Owner.Service(var belonging, _) -> words.get("control.owner.service", safe(belonging.name()));
            case Owner.UserOnly(User user) -> words.get("control.owner.user", safe(user.name()));
            case Owner.Kernel() -> words.get("control.owner.kernel");
            case Owner.Unknown(_) -> words.get("control.owner.unknown");
        };
    }

    String whose(boolean own, @Nullable User user) {
        if (own) {
            return words.get("control.whose.own");
        }
        return user == null ? words.get("control.whose.unknown") : words.get("control.whose.other", safe(user.name()));
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    String list(List<String> items) {
        if (items.isEmpty()) {
            return "";
        }
        String text = items.getFirst();
        for (int i = 1; i < items.size(); i++) {
            text = words.get(i == items.size() - 1 ? "control.list.last" : "control.list.pair", text, items.get(i));
        }
        return text;
    }

    /** {@code 6 s}, {@code 42 min}, {@code 2 h}, {@code 6 d}: the largest whole unit. */
    String span(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return words.get("control.span.seconds", seconds);
        }
        if (seconds < 3_600) {
            return words.get("control.span.minutes", seconds / 60);
        }
        return seconds < 86_400 ? words.get("control.span.hours", seconds / 3_600) : words.get("control.span.days", seconds / 86_400);
    }
}
