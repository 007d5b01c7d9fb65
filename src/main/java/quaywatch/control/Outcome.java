package quaywatch.control;

import java.util.List;

import quaywatch.model.Owner;
import quaywatch.model.ProcessId;

/** How freeing a port ended. */
public sealed interface Outcome {

    /** The process ended and the port can be bound again. */
    record Ended(PortProbe.Result proof) implements Outcome {}

    /** The process was asked and goes on. */
    record StillRunning() implements Outcome {}

    /** The system does not let us signal it. */
    record NotPermitted() implements Outcome {}

    /** It had ended, or let go of the port, before anything was sent. */
    record AlreadyGone() implements Outcome {}

    /** The number belongs to another process now; nothing was sent. */
    record PidReused() implements Outcome {}

    /** Quaywatch won't do it. */
    record Refused(Refusal why) implements Outcome {}

    /** The user stopped waiting; the process may still end. */
    record Cancelled() implements Outcome {}

    /** The process ended, the port is still held. */
    record PortStillHeld(List<Owner> by, PortProbe.Result proof) implements Outcome {

        public PortStillHeld {
            by = List.copyOf(by);
        }
    }

    /** The process ended and another one took the port. */
    record RespawnedBy(ProcessId by) implements Outcome {}

    /** The system failed in a way that has no name here. */
    record Failed(String cause) implements Outcome {}

    /** Why Quaywatch won't do it. */
    enum Refusal {
        FIRST_PROCESS, KERNEL_THREAD, QUAYWATCH_ITSELF
    }
}
