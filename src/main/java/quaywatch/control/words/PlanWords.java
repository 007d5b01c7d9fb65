package quaywatch.control.words;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Patience;
import quaywatch.control.Service;
import quaywatch.control.StopPlan;
import quaywatch.control.StopPlan.Impossible;
import quaywatch.control.StopPlan.Possible;
import quaywatch.control.StopPlan.StaysHeld;
import quaywatch.control.Stoppable;
import quaywatch.control.Way;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;
import quaywatch.text.Words;

/** Says the plan to free a port in plain sentences, and of every plan what is alike in all. */
public final class PlanWords {

    private final Words words;
    private final Naming naming;
    private final EffectWords effects;
    private final CauseWords causes;
    private final WayWords ways;
    private final ObstacleWords obstacles;

    public PlanWords(Words words) {
        this.words = words;
        this.naming = new Naming(words);
        this.effects = new EffectWords(words);
        this.causes = new CauseWords(words);
        this.ways = new WayWords(words);
        this.obstacles = new ObstacleWords(words);
    }

    /** {@code Free port 8080}. */
    public String title(StopPlan plan) {
        return words.get("control.title." + plan.protocol().name(), Integer.toString(plan.port()));
    }

    /** {@code java 24187, yours, has listened on 8080 for 42 min.} */
    public String sentence(Possible plan, Instant now) {
        if (plan.holders().isEmpty()) {
            return words.get("control.plan.hidden", naming.holders(plan), naming.port(plan.protocol(), plan.port()));
        }
        return plan.holders().size() == 1 ? single(plan, plan.holders().getFirst(), now) : shared(plan);
    }

    private String single(Possible plan, ProcessFacts who, Instant now) {
        Live live = plan.row().live();
        String how = plan.protocol() == Protocol.UDP ? "UDP" : plan.row().socket().state() == SocketState.LISTEN ? "LISTEN" : "BOUND";
        Instant since = live.fromStart() ? who.started() : live.firstSeen();
        String when = since == null ? ".now" : live.fromStart() ? ".started" : ".for";
        String text = words.get("control.plan." + how + when, naming.process(who), naming.whose(plan.own(), who.user()),
                Integer.toString(plan.port()), since == null ? "" : naming.span(Duration.between(since, now)));
        String sure = live.evidence() instanceof Evidence.Inferred ? text + " " + words.get("control.plan.inferred") : text;
        return who.belongsTo() == null ? sure : sure + " " + effects.belongs(who.belongsTo());
    }

    private String shared(Possible plan) {
        return words.get("control.plan.shared", naming.some(plan.holders()), naming.port(plan.protocol(), plan.port()));
    }

    /** What goes with it: other ports, connections, and what stays; never empty. */
    public List<Line> goesWithIt(Possible plan) {
        return Stream.of(behind(plan), closing(plan), cutting(plan), staying(plan), children(plan)).flatMap(List::stream).toList();
    }

    /** The container for which the holder keeps the port, or in which it runs. */
    public List<Line> behind(Possible plan) {
        return plan.comesBack().service() instanceof Service.Container(String runtime, _, String name, String image, var through, _)
                ? List.of(plan.holders().isEmpty()
                        ? new Line(words.get("control.plan.publishes", Naming.safe(name)),
                                words.get("control.plan.publishes.detail", runtime, from(Naming.safe(image))))
                        : behind(runtime, Naming.safe(name), Naming.safe(image), through))
                : List.of();
    }

    private Line behind(String runtime, String name, String image, @Nullable ProcessFacts through) {
        return through == null
                ? new Line(words.get("control.plan.inside", name), words.get("control.plan.inside.detail", runtime, from(image)))
                : new Line(words.get("control.plan.through", naming.process(through), name),
                        words.get("control.plan.through.detail", runtime, from(image), Naming.name(through)));
    }

    private String from(String image) {
        return image.isEmpty() ? "" : words.get("control.plan.image", image);
    }

    /** The other ports that close. */
    public List<Line> closing(Possible plan) {
        return effects.closing(plan.closesToo());
    }

    /** The connections that are cut, or that nothing else goes at all. */
    public List<Line> cutting(Possible plan) {
        return effects.cutting(plan.closesToo(), plan.cuts());
    }

    /** Who goes on holding the port at other addresses. */
    public List<Line> staying(Possible plan) {
        return plan.staysHeld().stream().map(this::stays).toList();
    }

    /** The processes below the holders, and what becomes of them. */
    public List<Line> children(Possible plan) {
        return effects.children(plan.comesBack().children(), plan.way());
    }

    /** What would start it again, with the evidence; empty if nothing known does. */
    public List<Line> comingBack(Stoppable plan) {
        return plan.comesBack().causes().stream().map(cause -> causes.before(cause, plan.holders())).toList();
    }

    private Line stays(StaysHeld other) {
        return new Line(words.get("control.plan.stays", other.at().toString(), naming.owner(other.owner())),
                words.get("control.plan.stays.detail"));
    }

    /** What speaks against it; empty if nothing does. */
    public List<Line> warnings(Stoppable plan) {
        return effects.warnings(plan.warnings());
    }

    /** One of the ways to do it. */
    public Line way(Stoppable plan, Way way) {
        return ways.of(plan, way);
    }

    /** What Quaywatch does afterwards, the port being watched for the usual time. */
    public String then(Possible plan) {
        return then(plan, Patience.ATTENDED.watch());
    }

    private String then(Possible plan, Duration watch) {
        if (plan.testOn().isEmpty()) {
            return words.get("control.plan.then.untested");
        }
        return watch.isZero() ? words.get("control.plan.then.unwatched") : words.get("control.plan.then", naming.span(watch));
    }

    /** The text of the button that does it: {@code Ask java to end}. */
    public String button(Stoppable plan) {
        return ways.button(plan.way());
    }

    /** The whole plan as lines of text, to copy or to print; where nothing can be done, why. */
    public List<String> text(StopPlan plan, Instant now) {
        return text(plan, now, Patience.ATTENDED.watch());
    }

    /** @param watch  for how long the port is watched afterwards; zero for not at all */
    public List<String> text(StopPlan plan, Instant now, Duration watch) {
        return switch (plan) {
            case Possible possible -> text(title(possible), sentence(possible, now), goesWithIt(possible), possible, then(possible, watch));
            case Impossible impossible -> List.of(title(impossible), obstacles.of(impossible).text());
        };
    }

    /** The order in which every plan is told. */
    List<String> text(String title, String sentence, List<Line> goesWithIt, Stoppable plan, String then) {
        Stream<Line> lines = Stream.of(goesWithIt, comingBack(plan), warnings(plan), List.of(way(plan, plan.way()))).flatMap(List::stream);
        return Stream.of(Stream.of(title, sentence), lines.map(Line::text), Stream.of(then)).flatMap(part -> part).toList();
    }
}
