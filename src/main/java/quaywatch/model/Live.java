package quaywatch.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What watching adds to a socket. Times are absolute, so that the same object serves while nothing happens.
 *
 * @param owner       who holds it
 * @param evidence    how that is known
 * @param firstSeen   when a tick first saw it
 * @param fromStart   whether it was there at the first tick, so that it is at least as old as firstSeen but may be older
 * @param changed     when its state last changed; null if never
 * @param formerState the state before that change; null if never
 * @param closed      when it was gone; null while it is open
 * @param rates       payload a second since the look before; null where its source does not count (UDP, for one) or two looks are yet to
 *                    come; a closed one keeps its last
 * @param trace       its number in {@link Snapshot#traces}; 0 as long as nothing has gone through it
 */
public record Live(Owner owner, Evidence evidence, Instant firstSeen, boolean fromStart, @Nullable Instant changed,
        @Nullable SocketState formerState, @Nullable Instant closed, @Nullable Rates rates, int trace) {

    /** A socket whose rates are not known. */
    public Live(Owner owner, Evidence evidence, Instant firstSeen, boolean fromStart, @Nullable Instant changed,
            @Nullable SocketState formerState, @Nullable Instant closed) {
        this(owner, evidence, firstSeen, fromStart, changed, formerState, closed, null, 0);
    }

    /** A socket through which nothing has gone so far. */
    public Live(Owner owner, Evidence evidence, Instant firstSeen, boolean fromStart, @Nullable Instant changed,
            @Nullable SocketState formerState, @Nullable Instant closed, @Nullable Rates rates) {
        this(owner, evidence, firstSeen, fromStart, changed, formerState, closed, rates, 0);
    }

    /** A socket just seen. */
    public static Live first(Owner owner, Evidence evidence, Instant now, boolean fromStart) {
        return new Live(owner, evidence, now, fromStart, null, null, null);
    }

    public Live withOwner(Owner newOwner, Evidence newEvidence) {
        return new Live(newOwner, newEvidence, firstSeen, fromStart, changed, formerState, closed, rates, trace);
    }

    public Live withChange(SocketState former, Instant now) {
        return new Live(owner, evidence, firstSeen, fromStart, now, former, closed, rates, trace);
    }

    /** Gone at a moment, or not gone after all. */
    public Live withClosed(@Nullable Instant moment) {
        return new Live(owner, evidence, firstSeen, fromStart, changed, formerState, moment, rates, trace);
    }

    public Live withRates(@Nullable Rates now) {
        return new Live(owner, evidence, firstSeen, fromStart, changed, formerState, closed, now, trace);
    }

    public Live withTrace(int number) {
        return new Live(owner, evidence, firstSeen, fromStart, changed, formerState, closed, rates, number);
    }
}
