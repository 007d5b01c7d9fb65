package quaywatch.cli;

import java.time.Duration;
import java.util.Optional;

import quaywatch.control.Patience;
import quaywatch.control.Way;

/**
 * How something is to be stopped.
 *
 * @param lever       the way, where not the suggested one
 * @param yes         whether nobody is asked
 * @param dryRun      whether the plan is told and nothing done
 * @param json        whether the outcome is told as JSON
 * @param watch       whether the ports are watched afterwards
 * @param force       whether force is used at all
 * @param forceAfter  after how long; empty to ask whoever is there, and for the usual time where nobody is
 * @param timeout     when to give up waiting; empty for the usual time where nobody is there, and for never where somebody is
 */
record StopWishes(Optional<Way.Kind> lever, boolean yes, boolean dryRun, boolean json, boolean watch, boolean force,
        Optional<Duration> forceAfter, Optional<Duration> timeout) {

    /** What the time to wait has on top of the time until force, where only the latter was given: systemd gives a service 90 s to end. */
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(95);

    Patience patience() {
        Patience usual = Patience.ATTENDED;
        Duration grace = forceAfter.orElse(usual.grace());
        Duration limit = timeout.orElse(yes ? grace.plus(USUAL_TIMEOUT) : usual.limit());
        return new Patience(grace, limit, usual.settle(), usual.tick(), watch ? usual.watch() : Duration.ZERO);
    }

    /** Whether force is used without a question. Whoever runs a service ends it by force himself, after the time that is set for it. */
    boolean forcesUnasked(Way way) {
        return force && (forceAfter.isPresent() || yes && !(way instanceof Way.Stop));
    }
}
