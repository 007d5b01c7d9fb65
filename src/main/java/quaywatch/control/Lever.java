package quaywatch.control;

import java.time.Duration;
import java.util.Optional;

/**
 * The way to a process on this platform. Signals go only through a {@link Grip}, and a grip exists only on a process whose identity was checked.
 * <p>Safe to use from several threads; methods may block for milliseconds.
 */
public interface Lever {

    /** Takes hold of the target's process after checking that it is still that process and still holds that socket. */
    Hold take(Target target);

    /**
     * The way to processes of other users, each signal with the consent of an administrator, who is asked for it; empty where nobody can be
     * asked. The first call may read files.
     */
    default Optional<Lever> administrators() {
        return Optional.empty();
    }

    /** The answer to {@link #take}. */
    sealed interface Hold {

        /** The process is held; close the grip when done. */
        record Held(Grip grip) implements Hold {}

        /** There is no such process any more. */
        record Gone() implements Hold {}

        /** The number belongs to a process that started at another time. */
        record Reused() implements Hold {}

        /** It is the process, but it no longer holds the socket. */
        record Released() implements Hold {}

        /** The system does not let us. */
        record NotPermitted() implements Hold {}

        /** It must not be done, or can't be done safely here. */
        record Refused(Outcome.Refusal why) implements Hold {}

        /** The system can't do it, in its own words. */
        record Failed(String cause) implements Hold {}
    }

    /** A hold on exactly one process: it can never reach another one, even if the number is used again. */
    interface Grip extends AutoCloseable {

        /** Asks the process to end (SIGTERM), after checking its identity once more. */
        Sent ask();

        /** Ends the process (SIGKILL), after checking its identity once more. */
        Sent force();

        /** Whether the process still holds the socket, as far as can be told: true if it can't. */
        boolean holdsSocket();

        /** Waits until the process has ended, at most {@code limit}; true if it has. */
        boolean awaitEnd(Duration limit) throws InterruptedException;

        @Override
        void close();
    }

    /** What came of a signal. */
    sealed interface Sent {

        /** The process got it; what it makes of it is its own affair. */
        record Delivered() implements Sent {}

        /** The process had ended; nothing was sent. */
        record Gone() implements Sent {}

        /** It is another process now; nothing was sent. */
        record Reused() implements Sent {}

        /** The system does not let us. */
        record NotPermitted() implements Sent {}

        /** An administrator was asked, and said no or nothing; nothing was sent. */
        record Cancelled() implements Sent {}

        /** A look with an administrator's rights showed that it does not hold the socket; nothing was sent. */
        record NotTheHolder() implements Sent {}

        /** The system failed, in its own words. */
        record Failed(String cause) implements Sent {}
    }
}
