package quaywatch.control;

import java.time.Duration;

/**
 * How long to wait for what.
 *
 * @param grace   after this much waiting force is offered
 * @param limit   after this much waiting the flow gives up; a caller with a user before it sets it far away, the user has a button
 * @param settle  how long a port may take to come free after the end of its process: the kernel may finish closing a moment later
 * @param tick    how often progress is reported
 * @param watch   how long to watch afterwards whether somebody takes the port; zero for not at all
 */
public record Patience(Duration grace, Duration limit, Duration settle, Duration tick, Duration watch) {

    /** With a user who can stop waiting at any time. */
    public static final Patience ATTENDED = new Patience(Duration.ofSeconds(5), Duration.ofDays(1), Duration.ofSeconds(1),
            Duration.ofMillis(100), Duration.ofSeconds(10));

    /** The same, and not watching afterwards. */
    public Patience withoutWatch() {
        return new Patience(grace, limit, settle, tick, Duration.ZERO);
    }
}
