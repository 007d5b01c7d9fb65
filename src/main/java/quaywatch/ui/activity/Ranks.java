package quaywatch.ui.activity;

import quaywatch.model.Endpoint;
import quaywatch.model.History;
import quaywatch.model.Owner;
import quaywatch.view.Busiest;
import quaywatch.view.Stretch;

/** Who was busiest in a stretch of time: counted once for all that shows it. */
record Ranks(Busiest<Owner> processes, Busiest<Integer> services, Busiest<Endpoint> hosts) {

    static Ranks of(History history, Stretch stretch) {
        return new Ranks(Busiest.processes(history, stretch), Busiest.services(history, stretch), Busiest.hosts(history, stretch));
    }
}
