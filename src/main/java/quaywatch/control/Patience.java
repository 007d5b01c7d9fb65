package quaywatch.control;

import java.time.Duration;

/**
 * How long to wait for what.
 *
 * @param grace   after this much waiting force is offered
 * @param limit   after this much waiting the flow gives up; a caller with a user before it sets it far away, the user has a button
 * @param settle  how long a port may take to come free after the end of its process: the kernel may finish closing a moment later
 * @param tick    how often progress is reported
 */
public record Patience(Duration grace, Duration limit, Duration settle, Duration tick) {

    /** With a user who can stop waiting at any time. */
    public static final Patience ATTENDED = new Patience(Duration.ofSeconds(5), Duration.ofDays(1), Duration.ofSeconds(1),
            Duration.ofMillis(100));
}
