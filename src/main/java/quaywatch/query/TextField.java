package quaywatch.query;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Row;
import quaywatch.model.User;

/** The fields that are searched as text. */
public enum TextField {
    /** Short names of the processes. */
    PROCESS,
    /** Name of the user; a number is the whole user id. */
    USER,
    /** Command lines. */
    CMD,
    /** systemd units, with or without their suffix. */
    SERVICE,
    /** Container ids and their runtime. */
    CONTAINER;

    private static final String KERNEL = "kernel";
    private static final String SUFFIX = ".service";

    /** Whether some text of this field holds the part, or is it. */
    boolean fits(Row row, String part, boolean whole) {
        if (this == USER && userFits(row.socket().user(), part, whole)) {
            return true;
        }
        return switch (row.live().owner()) {
            case Owner.Processes processes -> {
                for (ProcessFacts holder : processes.holders()) {
                    if (fits(holder, part, whole)) {
                        yield true;
                    }
                }
                yield false;
            }
            case Owner.Service(var belonging, var user) ->
                this == USER ? userFits(user, part, whole) : belongingFits(belonging, part, whole);
            case Owner.UserOnly(var user) -> this == USER && userFits(user, part, whole);
            case Owner.Kernel _ -> this == PROCESS && Fold.fits(KERNEL, part, whole);
            case Owner.Unknown _ -> false;
        };
    }

    private boolean fits(ProcessFacts holder, String part, boolean whole) {
        return switch (this) {
            case PROCESS -> Fold.fits(holder.name(), part, whole);
            case CMD -> Fold.fits(holder.commandLine(), part, whole);
            case USER -> userFits(holder.user(), part, whole);
            case SERVICE, CONTAINER -> belongingFits(holder.belongsTo(), part, whole);
        };
    }

    private static boolean userFits(@Nullable User user, String part, boolean whole) {
        return user != null && (Fold.fits(user.name(), part, whole) || part.equals(Long.toString(user.uid())));
    }

    private boolean belongingFits(@Nullable Belonging belonging, String part, boolean whole) {
        return belonging != null && switch (belonging) {
            case Belonging.Unit(String name, _) -> this == SERVICE && unitFits(name, part, whole);
            case Belonging.Container(String name, String runtime) ->
                this == CONTAINER && (Fold.fits(name, part, whole) || Fold.fits(runtime, part, whole));
            case Belonging.StartedBy _ -> false;
        };
    }

    private static boolean unitFits(String name, String part, boolean whole) {
        return Fold.fits(name, part, whole)
                || whole && name.endsWith(SUFFIX) && Fold.fits(name.substring(0, name.length() - SUFFIX.length()), part, true);
    }

    /** Whether the program that started a holder has the part in its name: shown beside units and containers, so found like them. */
    static boolean startedBy(Row row, String part) {
        if (row.live().owner() instanceof Owner.Processes processes) {
            for (ProcessFacts holder : processes.holders()) {
                if (holder.belongsTo() instanceof Belonging.StartedBy(String name) && Fold.contains(name, part)) {
                    return true;
                }
            }
        }
        return false;
    }
}
