package quaywatch.control;

import quaywatch.model.ProcessFacts;

/** Tells how a process was started, while it still runs. May block for milliseconds; safe to use from several threads. */
public interface Launches {

    /** Knows no more than the facts. */
    Launches OF_FACTS = Launch::of;

    /** How this very process was started; what the facts tell where it has ended or hides it. */
    Launch of(ProcessFacts who);
}
