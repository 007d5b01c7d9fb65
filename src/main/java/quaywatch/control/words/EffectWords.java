package quaywatch.control.words;

import java.util.ArrayList;
import java.util.List;

import quaywatch.control.StopPlan.ClosesToo;
import quaywatch.control.StopPlan.Cut;
import quaywatch.control.StopPlan.Warning;
import quaywatch.control.Way;
import quaywatch.model.Belonging;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.text.Words;

/** Says what goes with processes that are stopped, and what speaks against it. */
final class EffectWords {

    private static final int NAMED_PROGRAMS = 5;

    private final Words words;
    private final Naming naming;

    EffectWords(Words words) {
        this.words = words;
        this.naming = new Naming(words);
    }

    /** {@code It belongs to orders-api.service.} */
    String belongs(Belonging belonging) {
        String name = Naming.safe(belonging.name());
        return switch (belonging) {
            case Belonging.Unit(_, boolean user) -> words.get(user ? "control.plan.unit.user" : "control.plan.unit", name);
            case Belonging.Container _ -> words.get("control.plan.container", name);
            case Belonging.StartedBy _ -> words.get("control.plan.startedBy", name);
        };
    }

    /** The other ports that close. */
    List<Line> closing(List<ClosesToo> ports) {
        return ports.stream().map(this::closes).toList();
    }

    private Line closes(ClosesToo port) {
        String reach = words.of("control.plan.reach", port.exposure());
        return new Line(words.get("control.plan.closes." + port.protocol().name(), Integer.toString(port.port())),
                port.protocol() == Protocol.TCP ? reach + " " + words.get("control.plan.clients", port.clients()) : reach);
    }

    /** The connections that are cut, or that nothing else goes at all. */
    List<Line> cutting(List<ClosesToo> ports, List<Cut> cuts) {
        if (!cuts.isEmpty()) {
            return List.of(cuts(cuts));
        }
        return ports.isEmpty()
                ? List.of(new Line(words.get("control.plan.nothing"), words.get("control.plan.nothing.detail")))
                : List.of();
    }

    private Line cuts(List<Cut> cuts) {
        List<String> programs = new ArrayList<>(cuts.stream().limit(NAMED_PROGRAMS)
                .map(cut -> words.get("control.plan.cut", Naming.safe(cut.name()), cut.count())).toList());
        if (cuts.size() > NAMED_PROGRAMS) {
            programs.add(words.get("control.plan.cuts.more", cuts.stream().skip(NAMED_PROGRAMS).mapToInt(Cut::count).sum()));
        }
        String all = programs.stream().reduce((text, next) -> words.get("control.list.pair", text, next)).orElse("");
        String title = words.get("control.plan.cuts", cuts.stream().mapToInt(Cut::count).sum());
        if (cuts.size() > 1) {
            return new Line(title, words.get("control.plan.cuts.many", all));
        }
        Cut only = cuts.getFirst();
        return new Line(title, only.program()
                ? words.get("control.plan.cuts.one", all)
                : words.get("control.plan.cuts.far", Naming.safe(only.name())));
    }

    /** Processes below those that are stopped, and what becomes of them. */
    List<Line> children(List<ProcessFacts> children, Way way) {
        if (children.isEmpty()) {
            return List.of();
        }
        String fate = switch (way) {
            case Way.Stop _ -> "control.plan.children.service";
            case Way.AskTree _ -> "control.plan.children.tree";
            case Way.Ask _,Way.AskKeepers _,Way.AskAdministrator _ -> "control.plan.children.stay";
        };
        return List.of(new Line(words.get("control.plan.children", children.size()),
                words.get(fate, naming.some(children), children.size())));
    }

    /** What speaks against it; empty if nothing does. */
    List<Line> warnings(List<Warning> warnings) {
        return warnings.stream().map(this::warning).toList();
    }

    private Line warning(Warning warning) {
        return new Line(words.get("control.plan.danger." + warning.danger().name(), naming.process(warning.who())),
                words.get("control.plan.danger." + warning.danger().name() + ".detail"));
    }
}
