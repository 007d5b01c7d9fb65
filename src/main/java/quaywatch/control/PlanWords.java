package quaywatch.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    private static final int NAMED_HOLDERS = 3;
    private static final int NAMED_PROGRAMS = 5;

    private final Words words;
    private final Naming naming;

    public PlanWords(Words words) {
        this.words = words;
        this.naming = new Naming(words);
    }

    /** {@code Free port 8080}. */
    public String title(StopPlan plan) {
        return words.get("control.title." + plan.protocol().name(), Integer.toString(plan.port()));
    }

    /** {@code java 24187, yours, has listened on 8080 for 42 min.} */
    public String sentence(Possible plan, Instant now) {
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
        List<String> names = new ArrayList<>(plan.holders().stream().limit(NAMED_HOLDERS).map(naming::process).toList());
        if (plan.holders().size() > NAMED_HOLDERS) {
            names.add(words.get("control.plan.cuts.more", plan.holders().size() - NAMED_HOLDERS));
        }
        return words.get("control.plan.shared", naming.list(names), naming.port(plan.protocol(), plan.port()), plan.holders().size());
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
        return Stream.of(closing(plan), cutting(plan), staying(plan)).flatMap(List::stream).toList();
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

    /** How it is done: what is sent, and the test afterwards. */
    public Line how(Possible plan) {
        int count = plan.holders().size();
        return new Line(count == 1 ? words.get("control.plan.how.one") : words.get("control.plan.how.many", count),
                words.get(plan.testOn().isEmpty() ? "control.plan.then.untested" : "control.plan.then"));
    }

    /** The text of the button that does it: {@code Ask java to end}. */
    public String button(Possible plan) {
        int count = plan.holders().size();
        return count == 1
                ? words.get("control.plan.button.one", Naming.name(plan.holders().getFirst()))
                : words.get("control.plan.button.many", count);
    }

    /** The whole plan as lines of text, to copy or to print. */
    public List<String> text(Possible plan, Instant now) {
        Stream<String> lines = Stream.concat(goesWithIt(plan).stream(), warnings(plan).stream()).map(Line::text);
        return Stream.of(Stream.of(title(plan), sentence(plan, now)), lines, Stream.of(how(plan).text())).flatMap(part -> part).toList();
    }
}
