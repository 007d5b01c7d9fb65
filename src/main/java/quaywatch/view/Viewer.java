package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import quaywatch.model.PortClass;
import quaywatch.model.Row;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.text.Words;

/** Turns a snapshot into the lines of a table. Keeps the lines of its last call, so it belongs to one thread and one table. */
public final class Viewer {

    private final Words words;
    private final ServiceNames names;

    public Viewer(Words words, ServiceNames names) {
        this.words = words;
        this.names = names;
    }

    /** The lines to show. {@code now} is the moment that ages in the query are counted to. */
    public Rows rows(Snapshot snapshot, ViewState state, Instant now) {
        List<SocketLine> lines = new ArrayList<>();
        int total = 0;
        Map<PortClass, Integer> byRange = new EnumMap<>(PortClass.class);
        for (Row row : snapshot.rows()) {
            if (!state.scope().holds(row.socket())) {
                continue;
            }
            total++;
            if (state.protocols().contains(row.socket().protocol()) && state.query().matches(row, now)) {
                lines.add(new SocketLine(List.of(row), 0, Grouping.NONE, false, null));
                byRange.merge(PortClass.of(row.socket().local().port()), 1, Integer::sum);
            }
        }
        Comparator<SocketLine> order = Columns.byId(state.sort().columnId()).orElseThrow().comparator();
        lines.sort(state.sort().descending() ? order.reversed() : order);
        return new Rows(List.copyOf(lines), lines.size(), total, 0, byRange);
    }

    Wording wording() {
        return new Wording(words, names, java.time.ZoneOffset.UTC);
    }
}
