package quaywatch.settings;

import java.time.Duration;

/**
 * The colours that show for a moment what is new, has changed or was closed.
 *
 * @param on       whether there are any
 * @param seconds  how long they stay, {@link #SHORTEST} to {@link #LONGEST}; kept while they are off
 */
public record Marks(boolean on, int seconds) {

    public static final int SHORTEST = 1;
    public static final int LONGEST = 60;

    public Marks {
        if (seconds < SHORTEST || seconds > LONGEST) {
            throw new IllegalArgumentException("a mark stays for 1 to 60 seconds, not " + seconds);
        }
    }

    public Marks withOn(boolean newOn) {
        return new Marks(newOn, seconds);
    }

    public Marks withSeconds(int newSeconds) {
        return new Marks(on, newSeconds);
    }

    /** How long a mark stays; zero if there are none. */
    public Duration duration() {
        return on ? Duration.ofSeconds(seconds) : Duration.ZERO;
    }
}
