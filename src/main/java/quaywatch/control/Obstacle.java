package quaywatch.control;

import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.User;

/** Why nothing can be done about a port. */
public sealed interface Obstacle {

    /** Quaywatch won't do it. */
    record Refused(Outcome.Refusal why, ProcessFacts who) implements Obstacle {}

    /** It is another user's process. */
    record OthersProcess(ProcessFacts who, User user) implements Obstacle {}

    /** Only the user is known. */
    record HiddenProcess(User user) implements Obstacle {}

    /** The unit or container is known, its processes are hidden. */
    record HiddenService(Belonging belonging, User user) implements Obstacle {}

    /** There is no process. */
    record KernelHolds() implements Obstacle {}

    /** Nobody can be named. */
    record NotKnown(Owner.Reason reason) implements Obstacle {}

    /** The owner is still being looked up. */
    record StillLooking() implements Obstacle {}

    /** The holder is only narrowed down: nothing is stopped on a guess. */
    record OnlyInferred(ProcessFacts likely, int candidates) implements Obstacle {}

    /** The socket has closed. */
    record Closed() implements Obstacle {}

    /** The socket is one end of a connection: to free a port its listener is stopped, never a client. */
    record HoldsNoPort() implements Obstacle {}
}
