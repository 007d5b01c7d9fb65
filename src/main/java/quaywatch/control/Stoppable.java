package quaywatch.control;

import java.util.List;

import quaywatch.model.ProcessFacts;

/** What is stopped in one go: the holders of a port so that it comes free, or one process for its own sake. */
public sealed interface Stoppable permits StopPlan.Possible, ProcessPlan.Possible {

    /** Every process that is meant; empty where they are hidden, and a service is stopped. */
    List<ProcessFacts> holders();

    /** Who looks after them. */
    Supervision comesBack();

    /** What speaks against it; empty if nothing does. */
    List<StopPlan.Warning> warnings();

    /** Every way to do it, the suggested one first; not empty. */
    List<Way> ways();

    /** How it is done: one of the ways. */
    Way way();

    /** Whether the default answer is to leave it. */
    default boolean cancelIsDefault() {
        return !warnings().isEmpty();
    }

    /** Whether there is a port to watch afterwards. */
    default boolean watches() {
        return watchedPorts() > 0;
    }

    /** How many ports are watched afterwards. */
    default int watchedPorts() {
        return order().watched().size();
    }

    /** The order that carries it out. */
    StopOrder order();
}
