package quaywatch.collect.oshi;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import oshi.software.os.InternetProtocolStats.IPConnection;

import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSource;
import quaywatch.collect.SourceException;
import quaywatch.model.SourceReport;

/**
 * Sockets as OSHI tells them: TCP and UDP of our own namespace, with one pid each, without inode, cookie and user. Works on every system,
 * and costs seconds where another source costs milliseconds.
 */
public final class OshiSocketSource implements SocketSource {

    private static final String NAME = "OSHI";

    private final OshiSystem system;
    private final ConnectionReader reader;

    /** @param clock  tells when facts of processes are due to be read again */
    public OshiSocketSource(OshiSystem system, InstantSource clock) {
        this.system = system;
        this.reader = new ConnectionReader(new ProcessCache(new OshiProcessSource(system), clock));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SocketSample sample() throws SourceException {
        long start = System.nanoTime();
        ConnectionReader.Reading reading = reader.read(connections());
        Duration cost = Duration.ofNanos(System.nanoTime() - start);
        return new SocketSample(reading.sightings(), new SourceReport(NAME, cost, reading.odd(), 0, true, List.of()));
    }

    /** Native code that can't be loaded or called shows as an error, not as an exception. */
    private List<IPConnection> connections() throws SourceException {
        try {
            return system.software().getInternetProtocolStats().getConnections();
        } catch (RuntimeException | LinkageError e) {
            throw new SourceException(e.toString(), e);
        }
    }
}
