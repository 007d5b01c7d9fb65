package quaywatch.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Traffic;

/**
 * Somebody who holds sockets, on one line: a process, a service whose processes are hidden, a user of whom no more is known, the kernel. The
 * figures tell of the open sockets that fit the query.
 *
 * @param key          what makes it the same line as the time before
 * @param row          one of its sockets, for what is known of the owner: an open one where there is any
 * @param figures      what its sockets are
 * @param rates        bytes a second of its connections; null where none is counted
 * @param total        all its payload since the first look; null where it is not among those that are counted one by one
 * @param rttMicros    the longest round-trip time of its connections; null where none is known
 * @param group        what the line is gathered by
 * @param mark         what has just happened to it
 */
public record OwnerLine(Object key, Row row, Figures figures, @Nullable Rates rates, Traffic.@Nullable Sum total, @Nullable Long rttMicros,
        Grouping group, Mark mark) implements Entry {

    /**
     * What the sockets of an owner are.
     *
     * @param sockets      all of them
     * @param listening    held ports, as lines: twins are one
     * @param connections  sockets with a peer
     * @param ports        the numbers of the held ports, each once, in order
     */
    public record Figures(int sockets, int listening, int connections, List<Integer> ports) {

        public Figures {
            ports = List.copyOf(ports);
        }
    }
}
