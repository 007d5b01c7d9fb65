package quaywatch.collect;

import java.util.Collections;
import java.util.List;

import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Socket;
import quaywatch.model.SourceReport;

/**
 * What a source saw in one look.
 *
 * @param sightings  one for each socket, each key once; handed over, not to be changed any more
 * @param report     how it came about
 * @param unfinished  whether the budget was used up before every owner was looked for: the next look goes on with that
 */
public record SocketSample(List<Sighting> sightings, SourceReport report, boolean unfinished) {

    /** A finished look. */
    public SocketSample(List<Sighting> sightings, SourceReport report) {
        this(sightings, report, false);
    }

    public SocketSample {
        sightings = Collections.unmodifiableList(sightings);
    }

    /** A socket and its owner; the owner is {@code Unknown} where the source can't tell. */
    public record Sighting(Socket socket, Owner owner, Evidence evidence) {}
}
