package quaywatch.app;

import java.time.Duration;

/**
 * Does one thing more when the program is told to end: by SIGTERM, as at the end of a session, or by Ctrl-C. Java then runs its shutdown hooks
 * while all other threads go on, the FX thread too; none of them is waited for. Nothing is done where the process is ended at once, by SIGKILL or
 * by the toolkit when the display goes away.
 */
final class Farewell {

    /** A disk that does not answer must not keep the program, nor the session that it belongs to. */
    static final Duration LONGEST = Duration.ofSeconds(2);

    private final Runnable last;

    /** @param last  may be done at any time, also where nothing is left to do */
    Farewell(Runnable last) {
        this.last = last;
    }

    /** From now on, until the program ends. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::bid, "farewell"));
    }

    /** Does it, and waits for it, but never for long. */
    void bid() {
        Thread doing = Thread.ofPlatform().daemon().name("farewell, last work").start(last);
        try {
            doing.join(LONGEST);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
