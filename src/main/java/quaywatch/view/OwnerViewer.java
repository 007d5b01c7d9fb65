package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Owner;
import quaywatch.model.Row;
import quaywatch.model.ServiceNames;
import quaywatch.model.Snapshot;
import quaywatch.model.Traffic;
import quaywatch.text.Words;

/** Turns a snapshot into one line for each process or service that holds sockets. */
public final class OwnerViewer implements LineMaker {

    private final Groups groups;
    private final ServiceNames names;
    private Map<Object, OwnerLine> last = Map.of();

    public OwnerViewer(Words words, ServiceNames names) {
        this.groups = new Groups(new GroupText(words, names));
        this.names = names;
    }

    /** The lines to show: owners of the sockets that fit. */
    @Override
    public Rows rows(Snapshot snapshot, ViewState state, Instant now) {
        Filtering filtering = new Filtering(state.protocols(), state.query(), now);
        Map<Object, Gathering> all = new LinkedHashMap<>();
        Map<Object, Boolean> open = new HashMap<>();
        for (List<Row> twins : Twins.of(Kept.rows(snapshot, state.query()), state.scope())) {
            Object id = GroupId.process(twins.getFirst().live().owner());
            if (!twins.getFirst().isClosed()) {
                open.put(id, true);
            }
            List<Row> fitting = filtering.of(twins);
            if (!fitting.isEmpty()) {
                all.computeIfAbsent(id, _ -> new Gathering(fitting.getFirst(), snapshot.taken(), state.marked())).add(fitting, now);
            }
        }
        List<OwnerLine> lines = sorted(lines(all, snapshot.traffic(), state.grouping()), state.sort());
        int shown = (int) all.values().stream().filter(Gathering::isOpen).count();
        boolean closedToo = state.query().asksForClosed();
        return new Rows(state.grouping() == Grouping.NONE
                ? List.copyOf(lines)
                : groups.of(lines, state.grouping(), state.collapsed()), shown, open.size(), 0,
                closedToo ? all.size() - shown : 0, closedToo ? snapshot.closed().dropped() : 0,
                Kept.incompleteBefore(snapshot, state.query()), Map.of());
    }

    private List<OwnerLine> lines(Map<Object, Gathering> all, Traffic traffic, Grouping grouping) {
        Map<Object, Traffic.@Nullable Sum> totals = totals(traffic);
        // Where nobody is left out of the shares, whoever has none has had nothing.
        Traffic.@Nullable Sum least = traffic.owners().others().equals(Traffic.Sum.NONE) ? Traffic.Sum.NONE : null;
        Map<Object, OwnerLine> next = new HashMap<>();
        List<OwnerLine> lines = new ArrayList<>();
        all.forEach((id, gathering) -> {
            OwnerLine fresh = gathering.line(id, totals.getOrDefault(id, least), grouping);
            OwnerLine before = last.get(id);
            OwnerLine line = before != null && looksTheSame(before, fresh) ? before : fresh;
            next.put(id, line);
            lines.add(line);
        });
        last = next;
        return lines;
    }

    private static Map<Object, Traffic.@Nullable Sum> totals(Traffic traffic) {
        Map<Object, Traffic.@Nullable Sum> totals = new HashMap<>();
        for (Traffic.Share<Owner> share : traffic.owners().busiest()) {
            totals.put(GroupId.process(share.of()), share.sum());
        }
        return totals;
    }

    /** The socket that stands for the owner may have changed in what no cell of this line shows. */
    private static boolean looksTheSame(OwnerLine before, OwnerLine fresh) {
        return before.figures().equals(fresh.figures()) && Objects.equals(before.rates(), fresh.rates())
                && Objects.equals(before.total(), fresh.total()) && Objects.equals(before.rttMicros(), fresh.rttMicros())
                && before.mark() == fresh.mark() && before.group() == fresh.group() && before.owner().equals(fresh.owner())
                && before.live().evidence().equals(fresh.live().evidence());
    }

    private List<OwnerLine> sorted(List<OwnerLine> lines, Sort sort) {
        Column column = OwnerColumns.byId(sort.columnId()).orElse(OwnerColumns.OWNER);
        Map<OwnerLine, GroupPlace> places = new HashMap<>();
        lines.forEach(line -> places.put(line, GroupPlace.of(line.key(), line)));
        Comparator<OwnerLine> byValue = (a, b) -> LineOrder.byValue(column.value(a, names), column.value(b, names), sort.descending());
        lines.sort(byValue.thenComparing(places::get));
        return lines;
    }
}
