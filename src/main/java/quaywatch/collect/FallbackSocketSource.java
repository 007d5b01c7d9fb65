package quaywatch.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import quaywatch.model.Socket;
import quaywatch.model.SourceReport;
import quaywatch.model.SourceReport.Trouble;

/**
 * Asks sources in order and takes the first that answers. A source that failed is left alone for a while; why it failed stands first among the
 * troubles of every report until it answers again.
 */
public final class FallbackSocketSource implements SocketSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<SocketSource> sources;
    private final Clock clock;
    private final Map<SocketSource, Failure> failures = new HashMap<>();
    private SocketSource current;

    /** @param sources  the best first; at least one */
    public FallbackSocketSource(List<SocketSource> sources, Clock clock) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a fallback needs a source to fall back to");
        }
        this.sources = List.copyOf(sources);
        this.clock = clock;
        this.current = sources.getFirst();
    }

    private record Failure(Instant when, String words) {}

    /** The name of the source that answered last. */
    @Override
    public String name() {
        return current.name();
    }

    @Override
    public SocketSample sample() throws SourceException {
        return ask(SocketSource::sample);
    }

    @Override
    public SocketSample sample(Duration budget) throws SourceException {
        return ask(source -> source.sample(budget));
    }

    @Override
    public void attend(List<Socket> attended) {
        sources.forEach(source -> source.attend(attended));
    }

    /** A question that may fail. */
    private interface Question {
        SocketSample to(SocketSource source) throws SourceException;
    }

    private SocketSample ask(Question question) throws SourceException {
        Instant now = clock.instant();
        for (SocketSource source : sources) {
            Failure failure = failures.get(source);
            // A clock that was set back by more would else keep the best source from being asked.
            if (failure == null || Duration.between(failure.when, now).abs().compareTo(PATIENCE) >= 0) {
                try {
                    return answered(source, question.to(source));
                } catch (SourceException e) {
                    failures.put(source, new Failure(now, String.valueOf(e.getMessage())));
                }
            }
        }
        throw new SourceException(words());
    }

    private SocketSample answered(SocketSource source, SocketSample sample) {
        current = source;
        failures.remove(source);
        if (failures.isEmpty()) {
            return sample;
        }
        List<Trouble> troubles = new ArrayList<>(troubles());
        troubles.addAll(sample.report().troubles());
        SourceReport told = sample.report();
        return new SocketSample(sample.sightings(), new SourceReport(told.source(), told.cost(), told.oddLines(), told.hiddenProcesses(),
                told.complete(), troubles), sample.unfinished());
    }

    private List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        for (SocketSource source : sources) {
            Failure failure = failures.get(source);
            if (failure != null) {
                troubles.add(new Trouble(source.name(), failure.words));
            }
        }
        return troubles;
    }

    private String words() {
        return String.join("; ", troubles().stream().map(Trouble::cause).toList());
    }

    @Override
    public void close() {
        sources.forEach(SocketSource::close);
    }
}
