package quaywatch.cli;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongFunction;

import quaywatch.control.Planner;
import quaywatch.control.StopTools;
import quaywatch.model.ProcessFacts;
import quaywatch.monitor.SamplingLoop;

/**
 * What it takes to stop something. Whoever asks for it closes it.
 *
 * @param loop     the looks at the machine, not started
 * @param process  the facts of the process that has a number now; empty where none has
 * @param planner  works out plans
 * @param tools    carries them out
 * @param clock    the time
 */
public record Workshop(SamplingLoop loop, LongFunction<Optional<ProcessFacts>> process, Planner planner, StopTools tools,
        InstantSource clock) implements AutoCloseable {

    @Override
    public void close() {
        loop.close();
    }
}
