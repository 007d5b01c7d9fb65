package quaywatch.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import quaywatch.model.Exposure;
import quaywatch.model.PortClass;
import quaywatch.model.Row;
import quaywatch.model.Snapshot;

/**
 * What stands in the strip of port ranges above the Ports screen, and in the chips above Connections.
 *
 * @param cards  one for each range, in order
 */
public record RangeStrip(List<Card> cards) {

    private static final int BUSIEST = 5;

    public RangeStrip {
        cards = List.copyOf(cards);
    }

    /**
     * One range.
     *
     * @param range      which
     * @param held       held port numbers; a port held by TCP and UDP or by several owners is one
     * @param marks      those ports, in order
     * @param busiest    at most five of them, with the most clients, in order of port; of equally busy ones the lowest
     * @param connected  open sockets with a peer whose local port is in the range
     */
    public record Card(PortClass range, int held, List<Mark> marks, List<Integer> busiest, int connected) {

        public Card {
            marks = List.copyOf(marks);
            busiest = List.copyOf(busiest);
        }
    }

    /** A held port and the widest exposure any of its sockets has. */
    public record Mark(int port, Exposure exposure) {}

    public static RangeStrip of(Snapshot snapshot) {
        List<Row> rows = snapshot.rows().stream().filter(row -> !row.isClosed()).toList();
        Doors doors = Doors.of(rows);
        Map<Integer, Exposure> exposures = new TreeMap<>();
        Map<Integer, Integer> clients = new TreeMap<>();
        for (List<Row> twins : Twins.of(rows, Scope.LISTENING)) {
            int port = twins.getFirst().socket().local().port();
            exposures.merge(port, twins.getFirst().socket().exposure(), RangeStrip::wider);
            clients.merge(port, doors.clients(twins), Integer::sum);
        }
        Map<PortClass, Integer> connected = connected(rows);
        List<Card> cards = new ArrayList<>();
        for (PortClass range : PortClass.values()) {
            cards.add(card(range, exposures, clients, connected.getOrDefault(range, 0)));
        }
        return new RangeStrip(cards);
    }

    private static Map<PortClass, Integer> connected(List<Row> rows) {
        Map<PortClass, Integer> connected = new EnumMap<>(PortClass.class);
        for (Row row : rows) {
            if (row.socket().hasPeer()) {
                connected.merge(PortClass.of(row.socket().local().port()), 1, Integer::sum);
            }
        }
        return connected;
    }

    private static Card card(PortClass range, Map<Integer, Exposure> exposures, Map<Integer, Integer> clients, int connected) {
        List<Mark> marks = exposures.entrySet().stream().filter(entry -> range.range().contains(entry.getKey()))
                .map(entry -> new Mark(entry.getKey(), entry.getValue())).toList();
        List<Integer> busiest = marks.stream().map(Mark::port)
                .sorted(Comparator.<Integer, Integer>comparing(port -> -clients.getOrDefault(port, 0))).limit(BUSIEST).sorted().toList();
        return new Card(range, marks.size(), marks, busiest, connected);
    }

    private static Exposure wider(Exposure a, Exposure b) {
        return width(a) >= width(b) ? a : b;
    }

    /** A namespace tells nothing about the machine around it, so what is known of the machine goes first. */
    private static int width(Exposure exposure) {
        return switch (exposure) {
            case NAMESPACE -> 0;
            case THIS_MACHINE -> 1;
            case ONE_ADDRESS -> 2;
            case EVERY_INTERFACE -> 3;
        };
    }
}
