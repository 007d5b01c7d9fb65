package quaywatch.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Cast;
import quaywatch.model.Gauge;
import quaywatch.model.Owner;
import quaywatch.model.Parts;
import quaywatch.model.Rates;
import quaywatch.model.Row;
import quaywatch.model.Slice;
import quaywatch.model.Snapshot;
import quaywatch.model.SocketState;
import quaywatch.model.Trace;
import quaywatch.model.Traces;
import quaywatch.text.Words;

/** What is drawn of the last minute: how much went, or how long the way there and back took. */
public enum Trend {
    RATE, RTT;

    /** From the top to the bottom of a drawing values become so many times smaller. */
    private static final double DECADES = 4;
    /** However little moves, a drawing reaches up to this: bytes a second, or microseconds. */
    private static final long LEAST_TOP = 1_000;

    /**
     * The last minute of a line; empty where it has none: what is not counted, and the head of a group whose members have nothing in common
     * that is counted.
     */
    public Optional<Trace> of(Line line, Snapshot snapshot) {
        return switch (line) {
            case SocketLine socket when lacks(socket) -> Optional.empty();
            case SocketLine socket when !socket.socket().hasPeer() -> Optional.of(Trace.NONE);
            case SocketLine socket -> Optional.of(socket(socket.row(), snapshot));
            case GroupLine group when this == RATE && group.by() == Grouping.PROCESS && group.rates() != null ->
                Optional.of(owner(group.example().live().owner(), snapshot));
            case GroupLine _ -> Optional.empty();
            case OwnerLine owner when this == RATE -> Optional.of(owner(owner.owner(), snapshot));
            case OwnerLine _ -> Optional.empty();
        };
    }

    private boolean lacks(SocketLine line) {
        return switch (this) {
            case RATE -> line.rates() == null || !line.socket().hasPeer();
            case RTT -> line.rttMicros() == null;
        };
    }

    /** The last minute of a connection; nothing goes through one in TIME_WAIT. */
    public static Trace socket(Row row, Snapshot snapshot) {
        return row.socket().state() == SocketState.TIME_WAIT ? Trace.NONE : snapshot.traces().of(row);
    }

    /** The last minute of all that somebody holds; nothing where it is not among the busiest. */
    public static Trace owner(Owner owner, Snapshot snapshot) {
        Object id = GroupId.process(owner);
        int number = snapshot.history().processes().members().stream().filter(member -> GroupId.process(member.of()).equals(id))
                .mapToInt(Cast.Member::number).findFirst().orElse(-1);
        List<Slice> slices = snapshot.history().slices();
        int first = slices.size();
        while (first > 0 && age(slices.get(first - 1), snapshot.taken()).compareTo(Traces.SPAN) < 0) {
            first--;
        }
        return trace(slices.subList(first, slices.size()), number);
    }

    private static Duration age(Slice slice, Instant now) {
        return Duration.between(slice.to(), now);
    }

    private static Trace trace(List<Slice> slices, int number) {
        Instant[] moments = new Instant[slices.size() + 1];
        long[] rates = new long[slices.size()];
        for (int i = 0; i < slices.size(); i++) {
            Slice slice = slices.get(i);
            moments[i] = slice.from();
            moments[i + 1] = slice.to();
            Parts parts = slice.processes();
            int at = number < 0 ? -1 : parts.indexOf(number);
            rates[i] = at < 0 ? 0 : Math.round((parts.in(at) + parts.out(at)) / slice.seconds());
        }
        return slices.isEmpty() ? Trace.NONE : new Trace(moments, rates, new long[slices.size()]);
    }

    /** What stands at the top of all drawings of a snapshot, so that they can be compared. */
    public long top(Snapshot snapshot) {
        return Math.max(LEAST_TOP, this == RATE ? snapshot.traces().mostRate() : snapshot.traces().mostRttMicros());
    }

    /** Where a value stands between bottom, 0, and top, 1; logarithmic, so that small ones can be seen beside large ones. */
    public static double height(long value, long top) {
        return value <= 0 ? 0 : Math.clamp(1 + Math.log10((double) value / top) / DECADES, 0, 1);
    }

    /** The values in so many equal parts of the minute. */
    public long[] values(Trace trace, Instant end, int parts) {
        return this == RATE ? trace.rates(end, parts) : trace.rtts(end, parts);
    }

    /** For those who can't see it: the most there was, to about a twentieth, and what there is now. */
    public String text(Trace trace, Line line, Words words) {
        return switch (this) {
            case RATE -> {
                Rates rates = rates(line);
                long now = rates == null ? 0 : rates.total();
                yield words.get("view.trend.RATE", FlowText.rate(Math.max(now, trace.mostRate()), words), FlowText.rate(now, words));
            }
            case RTT -> {
                Long rtt = line instanceof Entry entry ? entry.rttMicros() : null;
                long now = rtt == null ? 0 : rtt;
                yield words.get("view.trend.RTT", FlowText.rtt(Math.max(now, trace.mostRttMicros()), words), FlowText.rtt(now, words));
            }
        };
    }

    private static @Nullable Rates rates(Line line) {
        return switch (line) {
            case GroupLine group -> group.rates();
            case Entry entry -> entry.rates();
        };
    }
}
