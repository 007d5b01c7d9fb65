package quaywatch.cli;

import java.util.List;
import java.util.Optional;

import quaywatch.model.SourceReport;
import quaywatch.model.User;

/**
 * What doctor found.
 *
 * @param sources   the sources of this machine, the one in use first
 * @param endsTold  whether ended connections are told, so that short ones count
 * @param processes whether processes that begin, change and end are told
 * @param user      who runs Quaywatch; empty where it can't be told
 * @param consent   whether an administrator can be asked
 * @param system    operating system and version
 * @param kernel    kernel version; empty where not known
 * @param java      version of the Java runtime
 * @param javafx    version of JavaFX; empty if it is not on the class path
 * @param display   where a window would open
 */
public record Diagnosis(List<Source> sources, boolean endsTold, ProcessNews processes, Optional<User> user, Consent consent, String system,
        String kernel,
        String java,
        Optional<String> javafx, Display display) {

    public Diagnosis {
        sources = List.copyOf(sources);
    }

    /** Whether an administrator can be asked for what the user may not do himself. */
    public enum Consent {
        /** The user is root. */
        NOT_NEEDED, CAN_BE_ASKED,
        /** It takes an installation that only root can change, and its policy. */
        NOT_INSTALLED,
        /** Nothing of the kind is known for this system, or for what is looked at. */
        NOT_HERE
    }

    /** Where a window would open. */
    public sealed interface Display {

        /** On the X display of this name. */
        record Named(String name) implements Display {}

        /** Where the desktop is: nothing names it on this system, nor tells whether there is one. */
        record OfDesktop() implements Display {}

        /** Nowhere. */
        record None() implements Display {}
    }

    /** Whether processes that begin, change and end are told, so that changes show in the next look and need not be searched for. */
    public sealed interface ProcessNews {

        /** They are. */
        record Told() implements ProcessNews {}

        /** The system does not let us hear of them, or has nothing of the kind; in its words. */
        record Refused(String cause) implements ProcessNews {}

        /** Nobody answers: in a container, or the kernel has nothing of the kind. */
        record Unanswered() implements ProcessNews {}

        /** No source that was chosen asks for them. */
        record NotAsked() implements ProcessNews {}
    }

    /**
     * A source after one real look.
     *
     * @param sockets  how many sockets it told
     * @param report   what it cost and what failed
     */
    public record Source(int sockets, SourceReport report) {

        /** Whether it told anything, or truthfully that there is nothing. */
        boolean works() {
            return sockets > 0 || report.troubles().isEmpty();
        }
    }
}
