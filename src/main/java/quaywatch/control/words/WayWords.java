package quaywatch.control.words;

import java.util.List;
import java.util.stream.Collectors;

import quaywatch.control.Cause;
import quaywatch.control.Service;
import quaywatch.control.Stoppable;
import quaywatch.control.Way;
import quaywatch.model.ProcessFacts;
import quaywatch.text.Words;

/** Says in which ways a holder can be stopped, and what the button says for each. */
public final class WayWords {

    private final Words words;
    private final Naming naming;
    private final CauseWords causes;

    public WayWords(Words words) {
        this.words = words;
        this.naming = new Naming(words);
        this.causes = new CauseWords(words);
    }

    /** What is done, and what would come of it; the command is for a service. */
    public Line of(Stoppable plan, Way way) {
        return switch (way) {
            case Way.Stop(Service service) -> new Line(words.get("control.way." + kind(service)), "", command(service));
            case Way.Ask(List<ProcessFacts> holders) -> new Line(asking(holders.size()), undone(plan));
            case Way.AskKeepers(List<ProcessFacts> keepers, List<ProcessFacts> holders) -> new Line(
                    words.get("control.way.parent", list(keepers), list(holders)), words.get("control.way.parent.detail", keepers.size()));
            case Way.AskTree(List<ProcessFacts> holders, List<ProcessFacts> children) ->
                new Line(words.get("control.way.tree", holders.size(), children.size()), list(children));
            case Way.AskAdministrator(List<ProcessFacts> holders) -> new Line(words.get("control.way.administrator", holders.size()),
                    words.get("control.way.administrator.detail", holders.size()));
        };
    }

    private String list(List<ProcessFacts> all) {
        return naming.some(all);
    }

    private String asking(int count) {
        return count == 1 ? words.get("control.plan.how.one") : words.get("control.plan.how.many", count);
    }

    private String undone(Stoppable plan) {
        return plan.comesBack().causes().stream().filter(cause -> !(cause instanceof Cause.Workers)).map(causes::warning).distinct()
                .collect(Collectors.joining(" "));
    }

    /** {@code Stop orders-api.service}, {@code Ask java to end}. */
    public String button(Way way) {
        return switch (way) {
            case Way.Stop(Service service) -> words.get("control.way.button.service", Naming.safe(service.name()));
            case Way.AskKeepers(List<ProcessFacts> keepers, _) -> ask(keepers);
            case Way.Ask _,Way.AskTree _,Way.AskAdministrator _ -> ask(way.signalled());
        };
    }

    private String ask(List<ProcessFacts> who) {
        return who.size() == 1
                ? words.get("control.plan.button.one", Naming.name(who.getFirst()))
                : words.get("control.plan.button.many", who.size());
    }

    /** Who is asked to stop a service: {@code systemd}, {@code docker}. */
    static String keeper(Words words, Service service) {
        return switch (service) {
            case Service.Unit _ -> words.get("control.cause.systemd");
            case Service.Container(String runtime, _, _, _, _, _) -> runtime;
        };
    }

    private static String kind(Service service) {
        return switch (service) {
            case Service.Unit _ -> "unit";
            case Service.Container _ -> "container";
        };
    }

    /** What would be typed in a terminal; raw names are shown escaped, so it is safe to show and not always to paste. */
    private static String command(Service service) {
        return switch (service) {
            case Service.Unit unit -> (unit.user() ? "systemctl --user stop " : "systemctl stop ")
                    + unit.all().stream().map(Naming::safe).collect(Collectors.joining(" "));
            case Service.Container(String runtime, _, String name, _, _, _) -> runtime + " stop " + Naming.safe(name);
        };
    }
}
