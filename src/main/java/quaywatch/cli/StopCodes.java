package quaywatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import quaywatch.control.Obstacle;
import quaywatch.control.Outcome;
import quaywatch.control.StopPlan.Possible;
import quaywatch.control.StopSeries.Part;

/** What the ends of stops are called in JSON, and which code they give. */
final class StopCodes {

    private StopCodes() {}

    static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ended _ -> ExitCode.DONE;
            case Outcome.AlreadyGone gone -> gone.proof().held() ? ExitCode.STILL_HELD : ExitCode.DONE;
            case Outcome.StillRunning _ -> ExitCode.TIMEOUT;
            case Outcome.NotPermitted _,Outcome.PidReused _,Outcome.Refused _ -> ExitCode.NOT_PERMITTED;
            case Outcome.Cancelled _ -> ExitCode.CANCELLED;
            case Outcome.PortStillHeld _ -> ExitCode.STILL_HELD;
            case Outcome.RespawnedBy _ -> ExitCode.RESPAWNED;
            case Outcome.Failed _ -> ExitCode.COULD_NOT_READ;
        };
    }

    /** A port that was still held by its next holder is not, once that one has ended too. */
    static List<ExitCode> of(List<Part<Possible>> parts) {
        List<ExitCode> codes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part<Possible> part = parts.get(i);
            boolean over = part.outcome() instanceof Outcome.PortStillHeld && parts.subList(i + 1, parts.size()).stream()
                    .anyMatch(later -> samePort(part, later) && later.free());
            codes.add(over ? ExitCode.DONE : of(part.outcome()));
        }
        return codes;
    }

    static boolean samePort(Part<Possible> one, Part<Possible> other) {
        return one.plan().port() == other.plan().port() && one.plan().protocol() == other.plan().protocol();
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ended _ -> "ended";
            case Outcome.AlreadyGone _ -> "already_gone";
            case Outcome.StillRunning _ -> "still_running";
            case Outcome.NotPermitted _ -> "not_permitted";
            case Outcome.PidReused _ -> "pid_reused";
            case Outcome.Refused _ -> "refused";
            case Outcome.Cancelled _ -> "cancelled";
            case Outcome.PortStillHeld _ -> "still_held";
            case Outcome.RespawnedBy _ -> "respawned";
            case Outcome.Failed _ -> "failed";
        };
    }

    static String word(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.OthersProcess _,Obstacle.HiddenProcess _,Obstacle.HiddenService _ -> "not_permitted";
            case Obstacle.Refused _,Obstacle.KernelHolds _,Obstacle.OnlyInferred _,Obstacle.HoldsNoPort _ -> "refused";
            case Obstacle.NotKnown _,Obstacle.StillLooking _,Obstacle.Closed _ -> "not_known";
        };
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
