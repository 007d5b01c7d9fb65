package quaywatch.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import quaywatch.model.Owner;
import quaywatch.model.Row;
import quaywatch.text.Words;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.header.FiltersViewModel;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Figures;
import quaywatch.view.NoMatch;
import quaywatch.view.OwnerText;
import quaywatch.view.PortMap;
import quaywatch.view.VacantPort;
import quaywatch.view.Wording;

/**
 * What is told of filters that leave no row. Equal where the same is told.
 *
 * @param screen  whose table is empty
 * @param found   why
 * @param port    the one port that Ports is asked for, if it is one
 * @param vacant  where that is all that is asked for, and nobody holds it
 */
record Nothing(Screen screen, NoMatch found, Optional<Integer> port, Optional<VacantPort> vacant) {

    /** A filter by one port, whichever end of a socket it is. */
    private static final Pattern PORT = Pattern.compile("(?:l?port:)?(\\d{1,5})");

    static Nothing of(Frame frame, FiltersViewModel filters) {
        NoMatch found = NoMatch.explain(frame.snapshot(), frame.request().state(), filters.text(), filters.parser(), frame.now());
        Screen screen = frame.request().screen();
        Optional<Integer> port = screen == Screen.PORTS ? port(found) : Optional.empty();
        return new Nothing(screen, found, port,
                found.lifts().size() == 1 ? port.flatMap(one -> VacantPort.of(frame.snapshot(), one)) : Optional.empty());
    }

    private static Optional<Integer> port(NoMatch found) {
        List<Integer> ports = found.lifts().stream().map(lift -> PORT.matcher(lift.piece().text())).filter(Matcher::matches)
                .map(port -> Integer.valueOf(port.group(1))).filter(port -> port > 0 && port < PortMap.PORTS).distinct().toList();
        return ports.size() == 1 ? Optional.of(ports.getFirst()) : Optional.empty();
    }

    String title(Words words) {
        return vacant.map(free -> words.get("ui.empty.vacant.title", String.valueOf(free.port())))
                .orElse(words.get("ui.empty.filtered.title"));
    }

    String sentence(Wording wording) {
        return vacant.map(free -> sentence(free, wording)).orElseGet(() -> wording.words().get(switch (screen) {
            case PORTS, PORT_MAP, ACTIVITY, HISTORY, SETTINGS -> "ui.empty.filtered.ports";
            case CONNECTIONS -> "ui.empty.filtered.connections";
            case PROCESSES -> "ui.empty.filtered.processes";
        }, found.lifts().size(), found.hidden()));
    }

    private static String sentence(VacantPort free, Wording wording) {
        Row last = free.last();
        Instant end = last == null ? null : last.live().closed();
        return last == null || end == null
                ? wording.words().get("ui.empty.vacant.never")
                : wording.words().get("ui.empty.vacant.until", who(last, wording.words()), Figures.clock(end, wording.zone()));
    }

    private static String who(Row row, Words words) {
        String name = OwnerText.name(row.live(), words);
        return row.live().owner() instanceof Owner.Processes ? name + " " + OwnerText.pid(row.live(), words) : name;
    }
}
