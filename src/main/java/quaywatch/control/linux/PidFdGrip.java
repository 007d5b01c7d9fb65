package quaywatch.control.linux;

import java.time.Duration;

import quaywatch.control.Lever.Grip;
import quaywatch.control.Lever.Sent;
import quaywatch.kernel.PidFd;

/** A grip on a process by its pidfd; whose rights a signal takes is for the two kinds of it to say. */
abstract sealed class PidFdGrip implements Grip permits OwnGrip, ConsentedGrip {

    final PidFd process;

    PidFdGrip(PidFd process) {
        this.process = process;
    }

    @Override
    public final Sent ask() {
        return process.ended() ? new Sent.Gone() : send(PidFd.Signal.TERM);
    }

    @Override
    public final Sent force() {
        return process.ended() ? new Sent.Gone() : send(PidFd.Signal.KILL);
    }

    /** Sends to a process that had not ended a moment ago, after checking its identity once more. */
    abstract Sent send(PidFd.Signal signal);

    /** Everybody may wait for the end of a process. */
    @Override
    public final boolean awaitEnd(Duration limit) throws InterruptedException {
        return process.awaitEnd(limit);
    }

    @Override
    public final void close() {
        process.close();
    }
}
