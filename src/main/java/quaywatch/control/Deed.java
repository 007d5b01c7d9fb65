package quaywatch.control;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.User;

/**
 * Something that Quaywatch ended, or tried to: enough to start it again by hand. All text of others is raw.
 *
 * @param id         tells it apart from all others
 * @param at         when it was done
 * @param by         who ran Quaywatch; null where not known
 * @param means      through what
 * @param lever      by which way; null where a connection was closed
 * @param service    the unit or container that was stopped; null where processes were asked
 * @param ports      those that were held, the one to free first
 * @param processes  those that were asked, or whose service was stopped, as they were before
 * @param forced     whether they were killed in the end
 * @param result     how it ended; null where nobody wrote that down, for Quaywatch itself ended before
 * @param note       what belongs to the result: who holds the port now, or what the system said; may be empty
 * @param connection the one that was closed, while its programs ran on; null where something was stopped
 */
public record Deed(String id, Instant at, @Nullable User by, Means means, Way.@Nullable Kind lever, @Nullable Belonging service,
        List<Port> ports, List<Stopped> processes, boolean forced, @Nullable Result result, String note, @Nullable Connection connection) {

    public Deed {
        ports = List.copyOf(ports);
        processes = List.copyOf(processes);
    }

    /** Something that was stopped. */
    public Deed(String id, Instant at, @Nullable User by, Means means, Way.Kind lever, @Nullable Belonging service, List<Port> ports,
            List<Stopped> processes, boolean forced, @Nullable Result result, String note) {
        this(id, at, by, means, lever, service, ports, processes, forced, result, note, null);
    }

    /** A connection that was closed. */
    static Deed closing(String id, Instant at, @Nullable User by, Means means, Connection connection, Result result, String note) {
        return new Deed(id, at, by, means, null, null, List.of(), List.of(), false, result, note, connection);
    }

    /** The same deed, and how it ended. */
    Deed ended(boolean wasForced, Result how, String more) {
        return new Deed(id, at, by, means, lever, service, ports, processes, wasForced, how, more, connection);
    }

    /**
     * The names of the signals that were sent, in order; none to a service, for whoever runs it stops it, none for a connection, and none without
     * consent.
     */
    public List<String> signals() {
        if (result == Result.DECLINED || connection != null) {
            return List.of();
        }
        return Stream.of(lever == Way.Kind.SERVICE ? "" : "TERM", forced ? "KILL" : "").filter(name -> !name.isEmpty()).toList();
    }

    /**
     * A connection, as it was before.
     *
     * @param local   its near end, {@code 127.0.0.1:40000}
     * @param remote  its far end
     * @param owner   who held the near end, {@code firefox 4711}, raw; empty where not known
     */
    public record Connection(String local, String remote, String owner) {}

    /** A port that was held. */
    public record Port(Protocol protocol, int port) {}

    /**
     * A process as it was before.
     *
     * @param name       its short name
     * @param launch     how it was started
     * @param user       whose it was; null where not known
     * @param belongsTo  unit, container or starting command; null where not known
     */
    public record Stopped(ProcessId id, String name, Launch launch, @Nullable User user, @Nullable Belonging belongsTo) {}

    /** Through what Quaywatch was told to do it. */
    public enum Means {
        WINDOW, COMMAND_LINE
    }

    /** How it ended. */
    public enum Result {
        ENDED, STILL_RUNNING, NOT_PERMITTED, ALREADY_GONE, PID_REUSED, REFUSED, CANCELLED,
        /** An administrator was asked and did not agree; nothing was sent. */
        DECLINED, STILL_HELD, RESPAWNED,
        /** A connection is still there, though the system said that it was closed. */
        STILL_OPEN, FAILED;

        static Result of(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Ended _ -> ENDED;
                case Outcome.StillRunning _ -> STILL_RUNNING;
                case Outcome.NotPermitted _ -> NOT_PERMITTED;
                case Outcome.AlreadyGone _ -> ALREADY_GONE;
                case Outcome.PidReused _ -> PID_REUSED;
                case Outcome.Refused _ -> REFUSED;
                case Outcome.Cancelled(boolean asked) -> asked ? CANCELLED : DECLINED;
                case Outcome.PortStillHeld _ -> STILL_HELD;
                case Outcome.RespawnedBy _ -> RESPAWNED;
                case Outcome.Failed _ -> FAILED;
            };
        }
    }
}
