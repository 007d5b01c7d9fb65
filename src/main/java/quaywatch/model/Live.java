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
 */
public record Live(Owner owner, Evidence evidence, Instant firstSeen, boolean fromStart, @Nullable Instant changed,
        @Nullable SocketState formerState, @Nullable Instant closed, @Nullable Rates rates) {

    /** A socket whose rates are not known. */
    public Live(Owner owner, Evidence evidence, Instant firstSeen, boolean fromStart, @Nullable Instant changed,
            @Nullable SocketState formerState, @Nullable Instant closed) {
        this(owner, evidence, firstSeen, fromStart, changed, formerState, closed, null);
    }

    /** A socket just seen. */
    public static Live first(Owner owner, Evidence evidence, Instant now, boolean fromStart) {
        return new Live(owner, evidence, now, fromStart, null, null, null);
    }

    public Live withOwner(Owner newOwner, Evidence newEvidence) {
        return new Live(newOwner, newEvidence, firstSeen, fromStart, changed, formerState, closed, rates);
    }

    public Live withChange(SocketState former, Instant now) {
        return new Live(owner, evidence, firstSeen, fromStart, now, former, closed, rates);
    }

    /** Gone at a moment, or not gone after all. */
    public Live withClosed(@Nullable Instant moment) {
        return new Live(owner, evidence, firstSeen, fromStart, changed, formerState, moment, rates);
    }

    public Live withRates(@Nullable Rates now) {
        return new Live(owner, evidence, firstSeen, fromStart, changed, formerState, closed, now);
    }
}
