package quaywatch.ui.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import quaywatch.ui.nav.Screen;

/** How wide columns are until the user drags them, and which leave where room is short. All widths in pixels at the usual text size. */
final class ColumnWidths {

    /** What a column has that is not named here. */
    static final double USUAL = 90;
    /** What the column keeps that gets the rest of the room. */
    static final double LEAST_TEXT = 90;
    static final double LEAST_ADDRESS = 120;
    static final double MARK = 20;
    /** What a user can drag a column to. */
    static final double NARROWEST = 40;
    /** One pixel more than it takes, so that no rounding makes the table scroll sideways. */
    static final double SCROLL_BAR = 11;

    private static final double UNSIZED = 80;

    private static final String SHARED = """
            pid 77  proto 50  in 68  out 68  rtt 60  belongs 120  user 84  host 190  peer 150  lservice 100  rservice 100""";
    private static final Map<String, Double> PORTS = widths("""
            owner 135  pid 74  port 60  state 77  exposure 122  address 118  clients 76  backlog 76  since 110""");
    private static final Map<String, Double> CONNECTIONS = widths("""
            owner 153  proto 50  in 66  out 66  rtt 58  laddr 110  lport 52  raddr 158  rport 116  state 122  trend 72  rtttrend 49
            age 58  retrans 92  idle 66  recvq 76  sendq 76""");
    private static final Map<String, Double> PROCESSES = widths("""
            owner 147  pid 80  ports 128  sockets 66  listening 74  connections 94  received 78  sent 70""");

    /**
     * Who gets what there is to spare, the first first, up to that width: what is often longer than usual, such as addresses of version 6.
     * The column that takes what is left is among them for what it needs before the others get more.
     */
    private static final List<Ample> MORE_PORTS = more("belongs 160  owner 180  pid 86  state 86  exposure 128  address 190");
    private static final List<Ample> MORE_CONNECTIONS = more(
            "raddr 130  rport 144  laddr 120  raddr 200  trend 110  rtttrend 84  owner 180  laddr 150");
    private static final List<Ample> MORE_PROCESSES = more("belongs 150  ports 190  owner 180");

    /** A column and the width at which nothing usual is cut in it. */
    record Ample(String id, double width) {}

    /** The column that takes what is left, by preference. */
    private static final List<String> FLEXIBLE = List.of("belongs", "raddr", "address", "owner");

    private ColumnWidths() {}

    private static Map<String, Double> widths(String own) {
        Map<String, Double> widths = new HashMap<>();
        more(SHARED + "  " + own).forEach(each -> widths.put(each.id(), each.width()));
        return Map.copyOf(widths);
    }

    private static List<Ample> more(String text) {
        return Stream.of(text.strip().split("(?<=\\d)\\s+")).map(each -> each.split(" "))
                .map(parts -> new Ample(parts[0], Double.parseDouble(parts[1]))).toList();
    }

    /** The width a column starts with. */
    static double of(Screen screen, String id) {
        Map<String, Double> widths = switch (screen) {
            case PORTS, PORT_MAP, ACTIVITY, HISTORY, SETTINGS -> PORTS;
            case CONNECTIONS -> CONNECTIONS;
            case PROCESSES -> PROCESSES;
        };
        return widths.getOrDefault(id, USUAL);
    }

    /** Who gets what there is to spare, the first first, and up to which width; a column may be there twice. */
    static List<Ample> ample(Screen screen) {
        return switch (screen) {
            case PORTS, PORT_MAP, ACTIVITY, HISTORY, SETTINGS -> MORE_PORTS;
            case CONNECTIONS -> MORE_CONNECTIONS;
            case PROCESSES -> MORE_PROCESSES;
        };
    }

    /** What to tell JavaFX: it takes a column that prefers its own default for one that nobody has sized, and fits that to its content. */
    static double preferred(double width) {
        return width == UNSIZED ? width + 0.01 : width;
    }

    /** Who leaves where room is short, the first first; what says little by itself leaves together. */
    static List<List<String>> leaving(Screen screen) {
        return switch (screen) {
            case PORTS, PORT_MAP, ACTIVITY, HISTORY, SETTINGS ->
                List.of(List.of("in", "out"), List.of("clients"), List.of("belongs"), List.of("state"));
            case CONNECTIONS ->
                List.of(List.of("rtttrend"), List.of("laddr"), List.of("age"), List.of("trend"), List.of("rtt"), List.of("rport"),
                        List.of("state"));
            case PROCESSES -> List.of(List.of("user"), List.of("rtt"), List.of("received", "sent"), List.of("sockets"), List.of("belongs"),
                    List.of("ports"));
        };
    }

    /** Of these columns the one that takes what is left; empty where none does. */
    static String flexible(List<String> ids) {
        return FLEXIBLE.stream().filter(ids::contains).findFirst().orElse("");
    }

    /** What a column keeps that takes what is left. */
    static double least(String id) {
        return id.equals("belongs") || id.equals("owner") ? LEAST_TEXT : LEAST_ADDRESS;
    }
}
