package quaywatch.demo;

import java.time.Duration;
import java.time.Instant;

import quaywatch.model.TcpInfo;

/**
 * How a made-up connection behaves: it swells and falls about its rates, the same at every start.
 *
 * @param in     bytes a second received, on average
 * @param out    bytes a second sent, likewise
 * @param rtt    round-trip time in microseconds, on average
 * @param quiet  how long nothing has gone when the program starts, for one that rests; zero for one that does not
 */
record Course(long in, long out, long rtt, Duration quiet) {

    /** So many seconds of traffic went before the program started. */
    private static final int BEFORE = 4_000;
    /** About every so many received bytes a segment has to be sent again. */
    private static final long FLAW = 40_000_000;
    private static final double PERIOD = 4;
    /** Now and then it swells to several times its rate, for so many seconds to either side. */
    private static final double BURST = 5;
    private static final double HEIGHT = 2.4;

    /** As the other end of the same conversation has it. */
    Course mirrored() {
        return new Course(out, in, rtt, quiet);
    }

    /** What has been counted {@code time} after {@code start}. */
    TcpInfo at(Instant start, Duration time) {
        double seconds = time.toMillis() / 1e3;
        long received = bytes(in, seconds);
        long sent = bytes(out, seconds);
        boolean rests = in == 0 && out == 0;
        long active = rests ? start.minus(quiet).toEpochMilli() : start.plus(time).toEpochMilli();
        long rttNow = rests ? rtt : Math.round(rtt * (1 + 0.08 * Math.sin(seconds + in % 7)));
        return new TcpInfo(rests ? 4_096 : sent, rests ? 61_440 : received, received / FLAW, rttNow, rtt * 9 / 10, active, active, 10,
                rests ? 0 : in + out);
    }

    /** The sum of a rate that swells by half. */
    private static long bytes(long rate, double seconds) {
        double phase = rate % 11;
        double swell = PERIOD / 2 * (Math.cos(phase) - Math.cos(seconds / PERIOD + phase));
        return Math.round(rate * (BEFORE + 0.6 * (seconds + swell) + HEIGHT * bursts(rate, seconds)));
    }

    /** The sum of all bursts so far, each one in the shape of a bell. */
    private static double bursts(long rate, double seconds) {
        double apart = 70 + rate % 83;
        double first = rate % 61 - BEFORE;
        double nearest = Math.floor((seconds - first) / apart);
        double sum = 0;
        for (double burst = nearest - 1; burst <= nearest + 1; burst++) {
            sum += BURST * (Math.tanh((seconds - first - burst * apart) / BURST) + 1);
        }
        return (nearest - 1) * 2 * BURST + sum;
    }
}
