package quaywatch.control;

import java.time.Duration;

/** The passing of time, so that tests need not wait for it. */
public interface Pace {

    /** A time that only goes forward, in nanoseconds since any moment; {@link System#nanoTime()}. */
    long nanos();

    /** Waits. */
    void pause(Duration time) throws InterruptedException;

    /** Real time. */
    static Pace real() {
        return new Pace() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }
        };
    }
}
