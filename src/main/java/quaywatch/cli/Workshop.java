package quaywatch.cli;

import java.time.InstantSource;

import quaywatch.control.Planner;
import quaywatch.control.StopTools;
import quaywatch.monitor.SamplingLoop;

/**
 * What it takes to stop something. Whoever asks for it closes it.
 *
 * @param loop     the looks at the machine, not started
 * @param planner  works out plans
 * @param tools    carries them out
 * @param clock    the time
 */
public record Workshop(SamplingLoop loop, Planner planner, StopTools tools, InstantSource clock) implements AutoCloseable {

    @Override
    public void close() {
        loop.close();
    }
}
