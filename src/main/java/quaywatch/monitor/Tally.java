package quaywatch.monitor;

import java.time.Duration;

import quaywatch.model.Rates;
import quaywatch.model.Traffic.Sum;

/** Adds payload up. Its sum stays the same object while nothing is added. */
final class Tally {

    private Sum sum = Sum.NONE;
    private long received;
    private long sent;

    /** Adds bytes that the sum shows from the next {@link #settle} on. */
    void add(long newlyReceived, long newlySent) {
        received += newlyReceived;
        sent += newlySent;
    }

    /** Takes in what was added in some time above zero; tells whether the sum is another one now. */
    boolean settle(Duration time) {
        if (received == 0 && sent == 0 && sum.now() == Rates.NONE) {
            return false;
        }
        sum = new Sum(sum.received() + received, sum.sent() + sent, Rates.over(received, sent, time));
        received = 0;
        sent = 0;
        return true;
    }

    /** Takes over what another one has. */
    void absorb(Sum other) {
        sum = sum.plus(other);
    }

    Sum sum() {
        return sum;
    }

    boolean rests() {
        return sum.now() == Rates.NONE;
    }
}
