package quaywatch.control;

import java.time.Duration;
import java.util.List;

import quaywatch.model.Owner;

/** How freeing a port ended. */
public sealed interface Outcome {

    /**
     * The process ended, and no test bind found the port in use; whether one could be made at all is in the proof.
     *
     * @param watched  how long nobody took the port afterwards; zero if it was not watched
     */
    record Ended(PortProbe.Result proof, Duration watched) implements Outcome {}

    /** The process was asked, the time to wait is over, and it goes on. */
    record StillRunning() implements Outcome {}

    /** The system does not let us signal it. */
    record NotPermitted() implements Outcome {}

    /** It had ended, or let go of the port, before anything was sent. */
    record AlreadyGone(PortProbe.Result proof) implements Outcome {}

    /** The number belongs to another process now; nothing was sent. */
    record PidReused() implements Outcome {}

    /** Quaywatch won't do it; nothing was sent. */
    record Refused(Refusal why) implements Outcome {}

    /**
     * The user stopped waiting.
     *
     * @param asked  whether the process was asked before, so that it may still end
     */
    record Cancelled(boolean asked) implements Outcome {}

    /** The process ended, the port is still held. Nobody in {@code by} means that no process is known to hold it: closing connections do. */
    record PortStillHeld(List<Owner> by, PortProbe.Result proof) implements Outcome {

        public PortStillHeld {
            by = List.copyOf(by);
        }
    }

    /**
     * The process ended and another one took the port.
     *
     * @param by      who holds it now
     * @param causes  who started that, the nearest first; empty where nothing tells
     * @param port    which port it took
     */
    record RespawnedBy(Owner by, List<Cause> causes, Deed.Port port) implements Outcome {

        public RespawnedBy {
            causes = List.copyOf(causes);
        }
    }

    /** The system failed in a way that has no name here, in its own words. */
    record Failed(String cause) implements Outcome {}

    /** Why Quaywatch won't do it. */
    enum Refusal {
        FIRST_PROCESS, KERNEL_THREAD, QUAYWATCH_ITSELF,
        /** The system has no pidfd, so a signal could reach a process that inherited the number. */
        NO_PIDFD,
        /** What is known of processes comes from another pid namespace, in which the number belongs to another process than here. */
        OTHER_NUMBERS,
        /** The source of the socket gives it no inode, so it can't be checked who holds it. */
        SOCKET_NOT_IDENTIFIED,
        /** It was only probable that the process holds the port, and a look with an administrator's rights showed that it does not. */
        NOT_THE_HOLDER,
        /** When the process started is not known, so a later one with its number could not be told from it. */
        START_NOT_KNOWN
    }
}
