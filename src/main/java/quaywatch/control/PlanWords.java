package quaywatch.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.control.StopPlan.ClosesToo;
import quaywatch.control.StopPlan.Cut;
import quaywatch.control.StopPlan.Possible;
import quaywatch.control.StopPlan.StaysHeld;
import quaywatch.control.StopPlan.Warning;
import quaywatch.model.Belonging;
import quaywatch.model.Live;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.SocketState;
import quaywatch.text.Words;

/** Says a plan in plain sentences. */
public final class PlanWords {

    private static final int NAMED_PROGRAMS = 5;

    private final Words words;
    private final Naming naming;
    private final CauseWords causes;
    private final WayWords ways;

    public PlanWords(Words words) {
        this.words = words;
        this.naming = new Naming(words);
        this.causes = new CauseWords(words);
        this.ways = new WayWords(words);
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
        return who.belongsTo() == null ? text : text + " " + belongs(who.belongsTo());
    }

    private String shared(Possible plan) {
        return words.get("control.plan.shared", naming.some(plan.holders()), naming.port(plan.protocol(), plan.port()));
    }

    private String belongs(Belonging belonging) {
        String name = Naming.safe(belonging.name());
        return switch (belonging) {
            case Belonging.Unit(_, boolean user) -> words.get(user ? "control.plan.unit.user" : "control.plan.unit", name);
            case Belonging.Container _ -> words.get("control.plan.container", name);
            case Belonging.StartedBy _ -> words.get("control.plan.startedBy", name);
        };
    }

    /** What goes with it: other ports, connections, and what stays; never empty. */
    public List<Line> goesWithIt(Possible plan) {
        return Stream.of(behind(plan), closing(plan), cutting(plan), staying(plan), children(plan)).flatMap(List::stream).toList();
    }

    /** The container for which the holder keeps the port, or in which it runs. */
    public List<Line> behind(Possible plan) {
        return plan.comesBack().service() instanceof Service.Container(String runtime, _, String name, String image, var through)
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
        return plan.closesToo().stream().map(this::closes).toList();
    }

    /** The connections that are cut, or that nothing else goes at all. */
    public List<Line> cutting(Possible plan) {
        if (!plan.cuts().isEmpty()) {
            return List.of(cuts(plan));
        }
        return plan.closesToo().isEmpty()
                ? List.of(new Line(words.get("control.plan.nothing"), words.get("control.plan.nothing.detail")))
                : List.of();
    }

    /** Who goes on holding the port at other addresses. */
    public List<Line> staying(Possible plan) {
        return plan.staysHeld().stream().map(this::stays).toList();
    }

    /** The processes below the holders, and what becomes of them. */
    public List<Line> children(Possible plan) {
        List<ProcessFacts> children = plan.comesBack().children();
        if (children.isEmpty()) {
            return List.of();
        }
        String fate = switch (plan.way()) {
            case Way.Stop _ -> "control.plan.children.service";
            case Way.AskTree _ -> "control.plan.children.tree";
            case Way.Ask _,Way.AskKeepers _ -> "control.plan.children.stay";
        };
        return List.of(new Line(words.get("control.plan.children", children.size()),
                words.get(fate, naming.some(children), children.size())));
    }

    /** What would start it again, with the evidence; empty if nothing known does. */
    public List<Line> comingBack(Possible plan) {
        return plan.comesBack().causes().stream().map(cause -> causes.before(cause, plan.holders())).toList();
    }

    private Line closes(ClosesToo port) {
        String reach = words.of("control.plan.reach", port.exposure());
        return new Line(words.get("control.plan.closes." + port.protocol().name(), Integer.toString(port.port())),
                port.protocol() == Protocol.TCP ? reach + " " + words.get("control.plan.clients", port.clients()) : reach);
    }

    private Line cuts(Possible plan) {
        List<String> programs = new ArrayList<>(plan.cuts().stream().limit(NAMED_PROGRAMS)
                .map(cut -> words.get("control.plan.cut", Naming.safe(cut.name()), cut.count())).toList());
        if (plan.cuts().size() > NAMED_PROGRAMS) {
            programs.add(words.get("control.plan.cuts.more",
                    plan.cuts().stream().skip(NAMED_PROGRAMS).mapToInt(Cut::count).sum()));
        }
        String all = programs.stream().reduce((text, next) -> words.get("control.list.pair", text, next)).orElse("");
        return new Line(words.get("control.plan.cuts", plan.cutCount()),
                words.get(plan.cuts().size() == 1 ? "control.plan.cuts.one" : "control.plan.cuts.many", all));
    }

    private Line stays(StaysHeld other) {
        return new Line(words.get("control.plan.stays", other.at().toString(), naming.owner(other.owner())),
                words.get("control.plan.stays.detail"));
    }

    /** What speaks against it; empty if nothing does. */
    public List<Line> warnings(Possible plan) {
        return plan.warnings().stream().map(this::warning).toList();
    }

    private Line warning(Warning warning) {
        return new Line(words.get("control.plan.danger." + warning.danger().name(), naming.process(warning.who())),
                words.get("control.plan.danger." + warning.danger().name() + ".detail"));
    }

    /** The ways to do it, the suggested one first. */
    public Line way(Possible plan, Way way) {
        return ways.of(plan, way);
    }

    /** What Quaywatch does afterwards. */
    public String then(Possible plan) {
        return plan.testOn().isEmpty()
                ? words.get("control.plan.then.untested")
                : words.get("control.plan.then", naming.span(Patience.ATTENDED.watch()));
    }

    /** The text of the button that does it: {@code Ask java to end}. */
    public String button(Possible plan) {
        return ways.button(plan.way());
    }

    /** The whole plan as lines of text, to copy or to print. */
    public List<String> text(Possible plan, Instant now) {
        Stream<Line> lines = Stream.of(goesWithIt(plan), comingBack(plan), warnings(plan), List.of(way(plan, plan.way())))
                .flatMap(List::stream);
        return Stream.of(Stream.of(title(plan), sentence(plan, now)), lines.map(Line::text), Stream.of(then(plan))).flatMap(part -> part)
                .toList();
    }
}
