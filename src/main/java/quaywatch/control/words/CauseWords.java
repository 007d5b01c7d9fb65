package quaywatch.control.words;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Cause;
import quaywatch.model.ProcessFacts;
import quaywatch.text.Words;

/** Says what starts a process again, and how that is known. */
final class CauseWords {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Words words;
    private final Naming naming;

    CauseWords(Words words) {
        this.words = words;
        this.naming = new Naming(words);
    }

    /** Before anything is done: what would happen, and the evidence. */
    Line before(Cause cause, List<ProcessFacts> holders) {
        return switch (cause) {
            case Cause.Unit unit -> unit(unit, holders);
            case Cause.SocketUnit(String socket, String service, _) ->
                line("socket", Naming.safe(service), Naming.safe(socket));
            case Cause.Container(String runtime, String name, String policy) -> line("container", runtime, Naming.safe(name), policy);
            case Cause.Keeper(Cause.Kind kind, var who, String clue, _) -> line(kind.name(), naming.process(who), Naming.safe(clue));
            case Cause.Loop(var who, String loop) -> line("loop", naming.process(who), Naming.safe(loop));
            case Cause.Workers(var who, int workers) -> line("workers", naming.process(who), workers);
            case Cause.Forked(var who) -> line("forked", naming.process(who));
            case Cause.SameParent(var who) -> line("parent", naming.process(who));
        };
    }

    private Line unit(Cause.Unit unit, List<ProcessFacts> holders) {
        boolean held = holders.stream().anyMatch(who -> who.id().equals(unit.main().id()));
        String what = held ? words.get("control.cause.unit.it") : naming.process(unit.main());
        return new Line(words.get("control.cause.unit" + when(unit.delay()), what, span(unit.delay())),
                words.get(held ? "control.cause.unit.detail" : "control.cause.unit.detail.parent", unit.restart(),
                        Naming.safe(unit.unit())));
    }

    private static String when(@Nullable Duration delay) {
        return delay == null ? ".again" : delay.compareTo(AT_ONCE) < 0 ? ".once" : ".after";
    }

    private String span(@Nullable Duration delay) {
        return delay == null ? "" : naming.span(delay);
    }

    /** What would come of asking the process alone: {@code systemd would start it again after 2 s.} */
    String warning(Cause cause) {
        return switch (cause) {
            case Cause.Unit unit ->
                words.get("control.cause.would" + when(unit.delay()), words.get("control.cause.systemd"), span(unit.delay()));
            case Cause.SocketUnit _ -> words.get("control.cause.would.again", words.get("control.cause.systemd"));
            case Cause.Container(String runtime, _, _) -> words.get("control.cause.would.again", runtime);
            case Cause.Keeper(_, var who, _, _) -> words.get("control.cause.would.again", naming.process(who));
            case Cause.Loop(var who, _) -> words.get("control.cause.would.again", naming.process(who));
            case Cause.Workers(var who, _) -> words.get("control.cause.would.again", naming.process(who));
            case Cause.Forked(var who) -> words.get("control.cause.could", naming.process(who));
            case Cause.SameParent(var who) -> words.get("control.cause.could", naming.process(who));
        };
    }

    /** Afterwards: who did it. */
    String after(Cause cause) {
        return switch (cause) {
            case Cause.Unit(String unit, _, String restart, _, _) -> words.get("control.cause.did.unit", Naming.safe(unit), restart);
            case Cause.SocketUnit(String socket, String service, _) ->
                words.get("control.cause.did.socket", Naming.safe(service), Naming.safe(socket));
            case Cause.Container(String runtime, String name, String policy) ->
                words.get("control.cause.did.container", runtime, Naming.safe(name), policy);
            case Cause.Keeper(_, var who, _, _) -> words.get("control.cause.did", naming.process(who));
            case Cause.Loop(var who, _) -> words.get("control.cause.did.loop", naming.process(who));
            case Cause.Workers(var who, _) -> words.get("control.cause.did", naming.process(who));
            case Cause.Forked(var who) -> words.get("control.cause.did", naming.process(who));
            case Cause.SameParent(var who) -> words.get("control.cause.did.parent", naming.process(who));
        };
    }

    private Line line(String key, Object... values) {
        return new Line(words.get("control.cause." + key, values), words.get("control.cause." + key + ".detail", values));
    }
}
