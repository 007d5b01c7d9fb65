package quaywatch.control.words;

import java.time.Duration;
import java.util.List;

import quaywatch.control.Outcome;
import quaywatch.control.PortProbe.Bind;
import quaywatch.control.PortProbe.Result;
import quaywatch.control.PortProbe.Verdict;
import quaywatch.control.ProcessPlan;
import quaywatch.control.StopPlan.Cut;
import quaywatch.control.StopPlan.Possible;
import quaywatch.control.Stoppable;
import quaywatch.model.Address;
import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.text.Words;

/** Says how a stop ended: the outcome first, the proof after. */
public final class OutcomeWords {

    private final Words words;
    private final Naming naming;
    private final ObstacleWords obstacles;
    private final CauseWords causes;

    public OutcomeWords(Words words) {
        this.words = words;
        this.naming = new Naming(words);
        this.obstacles = new ObstacleWords(words);
        this.causes = new CauseWords(words);
    }

    /** The outcome of this plan. */
    public Line of(Possible plan, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ended(Result proof, Duration watched) -> ended(plan, proof, watched);
            case Outcome.AlreadyGone(Result proof) -> gone(plan, proof);
            case Outcome.PortStillHeld(List<Owner> by, Result proof) -> held(plan, by, proof);
            case Outcome.RespawnedBy back -> respawned(plan, back);
            case Outcome.NotPermitted() -> notPermitted(plan);
            case Outcome.StillRunning _,Outcome.PidReused _,Outcome.Refused _,Outcome.Cancelled _,Outcome.Failed _ ->
                unfinished(plan, outcome);
        };
    }

    /** The outcome of a plan for a process: a port is spoken of only where somebody took it again. */
    public Line of(ProcessPlan.Possible plan, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ended(_, Duration watched) when !watched.isZero() -> line(plan, "ended", "free.watched", naming.span(watched));
            case Outcome.Ended _,Outcome.PortStillHeld _ -> new Line(get(plan, "over.now"), "");
            case Outcome.RespawnedBy back -> respawned(plan, back);
            case Outcome.AlreadyGone _ -> line(plan, "over", "over.detail");
            case Outcome.NotPermitted() -> foreign(plan, plan.who(), plan.own(), Typed.killAsRoot(plan.who().id()));
            case Outcome.StillRunning _,Outcome.PidReused _,Outcome.Refused _,Outcome.Cancelled _,Outcome.Failed _ ->
                unfinished(plan, outcome);
        };
    }

    private Line unfinished(Stoppable plan, Outcome outcome) {
        return switch (outcome) {
            case Outcome.StillRunning() -> line(plan, "running", "running.detail");
            case Outcome.PidReused() -> line(plan, "reused", "reused.detail");
            case Outcome.Refused(Outcome.Refusal why) -> obstacles.refused(why, naming.everybody(plan));
            case Outcome.Cancelled(boolean asked) ->
                asked ? line(plan, "cancelled.asked", "cancelled.asked.detail") : line(plan, "cancelled", "cancelled.detail");
            case Outcome.Failed(String cause) -> line(plan, "failed", "failed.detail", Naming.safe(cause));
            case Outcome.Ended _,Outcome.AlreadyGone _,Outcome.PortStillHeld _,Outcome.RespawnedBy _,Outcome.NotPermitted _ ->
                throw new IllegalArgumentException("told by those who know what was stopped");
        };
    }

    /** {@code firefox and curl run on; they lost 3 connections.} Empty if nobody lost one. */
    public String untouched(Possible plan) {
        if (plan.cuts().isEmpty()) {
            return "";
        }
        return words.get("control.untouched", plan.cuts().size(),
                naming.list(plan.cuts().stream().map(Cut::name).map(Naming::safe).toList()),
                words.get("control.untouched.connections", plan.cutCount()));
    }

    private Line respawned(Stoppable plan, Outcome.RespawnedBy back) {
        String what = get(plan, "respawned.detail", naming.owner(back.by()));
        String title = words.get("control.outcome.respawned", naming.holders(plan),
                naming.head(back.port().protocol(), back.port().port()));
        return new Line(title, back.causes().isEmpty() ? what : what + " " + causes.after(back.causes().getFirst()));
    }

    private Line ended(Possible plan, Result proof, Duration watched) {
        if (!proof.free()) {
            return line(plan, "ended", untested(proof));
        }
        StringBuilder detail = new StringBuilder(watched.isZero()
                ? get(plan, "free.detail", bound(proof, Verdict.FREE))
                : get(plan, "free.watched", naming.span(watched)));
        plan.staysHeld().forEach(
                other -> detail.append(' ').append(get(plan, "free.stays", naming.owner(other.owner()), other.at().toString())));
        return new Line(get(plan, "free"), detail.toString());
    }

    private static String untested(Result proof) {
        if (proof.binds().isEmpty()) {
            return "ended.namespace";
        }
        boolean privileged = proof.binds().stream().anyMatch(bind -> bind.verdict() == Verdict.NOT_PERMITTED);
        return privileged ? "ended.privileged" : "ended.untested";
    }

    private Line gone(Possible plan, Result proof) {
        String detail = proof.held() ? "gone.held" : proof.free() ? "gone.free" : "gone.untested";
        return new Line(get(plan, proof.free() ? "free" : proof.held() ? "held" : "gone"),
                get(plan, detail, bound(proof, Verdict.FREE)));
    }

    private Line held(Possible plan, List<Owner> by, Result proof) {
        return by.isEmpty()
                ? line(plan, "held", "held.nobody", bound(proof, Verdict.IN_USE))
                : line(plan, "held", "held.by", naming.list(by.stream().map(naming::owner).toList()));
    }

    private Line notPermitted(Possible plan) {
        if (plan.holders().isEmpty()) {
            Belonging belonging = plan.row().live().owner().belongsTo();
            return new Line(get(plan, "notPermitted"), words.get("control.outcome.notPermitted.detail"),
                    belonging == null ? "" : ObstacleWords.stop(belonging));
        }
        return foreign(plan, plan.holders().getFirst(), plan.own(), Typed.freeAsRoot(plan.protocol(), plan.port()));
    }

    private Line foreign(Stoppable plan, ProcessFacts who, boolean own, String command) {
        String detail = who.user() == null || own
                ? words.get("control.outcome.notPermitted.detail")
                : words.get("control.outcome.notPermitted.user", Naming.safe(who.user().name()));
        return new Line(get(plan, "notPermitted"), detail, ObstacleWords.stop(who, command));
    }

    private String bound(Result proof, Verdict verdict) {
        List<Address> addresses = proof.binds().stream().filter(bind -> bind.verdict() == verdict).map(Bind::address).toList();
        return StepWords.addresses(naming, addresses);
    }

    private Line line(Stoppable plan, String title, String detail, Object... more) {
        return new Line(get(plan, title), get(plan, detail, more));
    }

    /** Only holders can have let the port go; all else is true of everybody who was asked. */
    private String get(Stoppable plan, String key, Object... more) {
        boolean holders = key.startsWith("gone");
        Object[] values = new Object[3 + more.length];
        values[0] = holders ? naming.holders(plan) : naming.everybody(plan);
        values[1] = plan instanceof Possible port ? naming.head(port.protocol(), port.port()) : "";
        values[2] = holders ? plan.holders().size() : Naming.reached(plan).size();
        System.arraycopy(more, 0, values, 3, more.length);
        return words.get("control.outcome." + key, values);
    }
}
