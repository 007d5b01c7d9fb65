package quaywatch.ui.activity;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Endpoint;
import quaywatch.model.History;
import quaywatch.model.Owner;
import quaywatch.model.Slice;
import quaywatch.view.Busiest;
import quaywatch.view.Stretch;

/**
 * Who was busiest in a stretch of time: counted once for all that shows it.
 *
 * @param last  the last look; null before the first
 */
record Ranks(@Nullable Slice last, Busiest<Owner> processes, Busiest<Integer> services, Busiest<Endpoint> hosts) {

    static Ranks of(History history, Stretch stretch) {
        return new Ranks(history.slices().isEmpty() ? null : history.slices().getLast(), Busiest.processes(history, stretch),
                Busiest.services(history, stretch), Busiest.hosts(history, stretch));
    }
}
