package quaywatch.control.words;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import quaywatch.control.ProcessPlan;
import quaywatch.control.ProcessPlan.Impossible;
import quaywatch.control.ProcessPlan.Possible;
import quaywatch.control.Way;
import quaywatch.model.ProcessFacts;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/** Says the plan to end a process in plain sentences. */
public final class ProcessWords {

    /** Of a command line, so much that the process is recognised. */
    private static final int COMMAND_LIMIT = 200;

    private final Words words;
    private final Naming naming;
    private final EffectWords effects;
    private final ObstacleWords obstacles;
    private final PlanWords plans;

    public ProcessWords(Words words) {
        this.words = words;
        this.naming = new Naming(words);
        this.effects = new EffectWords(words);
        this.obstacles = new ObstacleWords(words);
        this.plans = new PlanWords(words);
    }

    /** {@code End node 4711}. */
    public String title(ProcessPlan plan) {
        return words.get("control.end.title", naming.process(plan.who()));
    }

    /** {@code node 4711, yours, started 42 min ago. It was started by npm. Command line: node server.js} */
    public String sentence(Possible plan, Instant now) {
        ProcessFacts who = plan.who();
        Instant started = who.started();
        String whose = naming.whose(plan.own(), who.user());
        List<String> sentences = new ArrayList<>();
        sentences.add(started == null
                ? words.get("control.end.runs", naming.process(who), whose)
                : words.get("control.end.started", naming.process(who), whose, naming.span(Duration.between(started, now))));
        if (who.belongsTo() != null) {
            sentences.add(effects.belongs(who.belongsTo()));
        }
        if (!who.commandLine().isEmpty()) {
            sentences.add(words.get("control.end.command", Visible.shortened(who.commandLine(), COMMAND_LIMIT)));
        }
        return String.join(" ", sentences);
    }

    /**
     * The whole plan as lines of text, to print; where nothing can be done, why.
     *
     * @param watch  for how long the ports that close are watched afterwards; zero for not at all
     */
    public List<String> text(ProcessPlan plan, Instant now, Duration watch) {
        return switch (plan) {
            case Possible possible ->
                plans.text(title(possible), sentence(possible, now), goesWithIt(possible), possible, then(possible, watch));
            case Impossible impossible -> List.of(title(impossible), obstacles.of(impossible).text());
        };
    }

    private String then(Possible plan, Duration watch) {
        int watched = plan.watchedPorts();
        if (watch.isZero() || watched == 0) {
            return words.get("control.end.then");
        }
        return words.get(watched < plan.closes().size() ? "control.end.then.some" : "control.end.then.watched", watched,
                naming.span(watch));
    }

    private List<Line> goesWithIt(Possible plan) {
        return Stream.of(effects.closing(plan.closes()), effects.cutting(plan.closes(), plan.cuts()), children(plan)).flatMap(List::stream)
                .toList();
    }

    /** Those that get no signal, as they belong to others, are told apart from those that do. */
    private List<Line> children(Possible plan) {
        List<ProcessFacts> asked = plan.way() instanceof Way.AskTree tree ? tree.children() : List.of();
        List<ProcessFacts> left = plan.comesBack().children().stream().filter(child -> !asked.contains(child)).toList();
        return Stream.of(effects.children(asked, plan.way()), effects.children(left, new Way.Ask(plan.holders())))
                .flatMap(List::stream).toList();
    }
}
