package quaywatch.control.words;

import java.util.regex.Pattern;

import quaywatch.control.Engines;
import quaywatch.control.Obstacle;
import quaywatch.control.Outcome;
import quaywatch.control.ProcessPlan;
import quaywatch.control.StopPlan;
import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.text.Words;

/** Says why nothing can be done, and which command in a terminal would help. */
public final class ObstacleWords {

    /** Names that mean nothing to a shell: other people choose them, and the command is made to be pasted. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:@-]{0,127}");

    private final Words words;
    private final Naming naming;

    public ObstacleWords(Words words) {
        this.words = words;
        this.naming = new Naming(words);
    }

    /** The obstacle of a plan. */
    public Line of(StopPlan.Impossible plan) {
        String port = naming.port(plan.protocol(), plan.port());
        return switch (plan.why()) {
            case Obstacle.Refused(Outcome.Refusal why, ProcessFacts who) -> refused(why, naming.process(who));
            case Obstacle.OthersProcess(ProcessFacts who, var user) ->
                line(user.uid() == 0 ? "root" : "others", stop(who, Typed.freeAsRoot(plan.protocol(), plan.port())), naming.process(who),
                        Naming.safe(user.name()));
            case Obstacle.HiddenProcess(var user) -> line("hidden", Typed.whoAsRoot(plan.port()), Naming.safe(user.name()), port);
            case Obstacle.HiddenService(Belonging belonging, var user) -> service(plan, belonging, Naming.safe(user.name()), port);
            case Obstacle.KernelHolds() -> line("kernel", "", port);
            case Obstacle.NotKnown(Owner.Reason reason) -> unknown(plan, reason, port);
            case Obstacle.StillLooking() -> line("looking", "", port);
            case Obstacle.OnlyInferred(ProcessFacts likely, int candidates) ->
                line("inferred", Typed.whoAsRoot(plan.port()), naming.process(likely), port, candidates);
            case Obstacle.Closed() -> line("closed", "");
            case Obstacle.HoldsNoPort() -> line("connection", "");
        };
    }

    /** The obstacle of a plan for a process. */
    public Line of(ProcessPlan.Impossible plan) {
        String process = naming.process(plan.who());
        return switch (plan.why()) {
            case Obstacle.Refused(Outcome.Refusal why, _) when why == Outcome.Refusal.QUAYWATCH_ITSELF -> line("itself", "", process);
            case Obstacle.Refused(Outcome.Refusal why, _) -> refused(why, process);
            case Obstacle.OthersProcess(ProcessFacts who, var user) ->
                line(user.uid() == 0 ? "root" : "others", stop(who, Typed.killAsRoot(who.id())), process, Naming.safe(user.name()));
            case Obstacle.HiddenProcess _,Obstacle.HiddenService _,Obstacle.KernelHolds _,Obstacle.NotKnown _ -> noSocket();
            case Obstacle.StillLooking _,Obstacle.OnlyInferred _,Obstacle.Closed _,Obstacle.HoldsNoPort _ -> noSocket();
        };
    }

    /** These speak of a socket, and a plan for a process has none. */
    private static Line noSocket() {
        throw new IllegalArgumentException("no obstacle of a process");
    }

    /** Why Quaywatch won't stop a process. */
    Line refused(Outcome.Refusal why, String process) {
        return line(why.name(), "", process);
    }

    private Line line(String key, String command, Object... values) {
        return new Line(words.get("control.obstacle." + key, values), words.get("control.obstacle." + key + ".detail", values), command);
    }

    private Line unknown(StopPlan plan, Owner.Reason reason, String port) {
        String command = switch (reason) {
            case NOT_FOUND, OTHER_NAMESPACE -> Typed.whoAsRoot(plan.port());
            case FORGOTTEN, NOT_TOLD, SHORT_LIVED -> "";
        };
        return line("unknown." + reason.name(), command, port);
    }

    private Line service(StopPlan plan, Belonging belonging, String user, String port) {
        String stop = stop(belonging);
        return new Line(words.get("control.obstacle.service", Naming.safe(belonging.name()), user, port),
                words.get(stop.isEmpty() ? "control.obstacle.service.tell" : "control.obstacle.service.stop"),
                stop.isEmpty() ? Typed.whoAsRoot(plan.port()) : stop);
    }

    /** The command that stops somebody else's process: its unit if it has one, for systemd would start it again. */
    static String stop(ProcessFacts who, String otherwise) {
        String service = who.belongsTo() == null ? "" : stop(who.belongsTo());
        return service.isEmpty() ? otherwise : service;
    }

    /** Whether a name means nothing to a shell. */
    static boolean plain(String name) {
        return PLAIN.matcher(name).matches();
    }

    /** The command that stops a service; empty where its name may mean something to a shell. */
    static String stop(Belonging belonging) {
        if (!plain(belonging.name())) {
            return "";
        }
        return switch (belonging) {
            case Belonging.Unit(String name, boolean user) when !user && name.endsWith(".service") && !Engines.isUnit(name) ->
                "sudo systemctl stop " + name;
            case Belonging.Container(String name, String runtime) when runtime.equals("docker") || runtime.equals("podman") ->
                "sudo " + runtime + " stop " + name;
            case Belonging.Unit _,Belonging.Container _,Belonging.StartedBy _ -> "";
        };
    }
}
