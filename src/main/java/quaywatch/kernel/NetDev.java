package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import quaywatch.model.InterfaceCounters;

/** Reads {@code /proc/net/dev} (proc_pid_net(5)): two heading lines, then a name, a colon, eight counters in and eight out. */
public final class NetDev {

    private NetDev() {}

    /** The counters in the kernel's order; lines of another form, the heading among them, are left out. */
    public static List<InterfaceCounters> parse(byte[] bytes, int length) {
        List<InterfaceCounters> found = new ArrayList<>();
        LineScanner scan = new LineScanner();
        int from = 0;
        while (from < length) {
            int to = from;
            while (to < length && bytes[to] != '\n') {
                to++;
            }
            line(scan, bytes, from, to, found);
            from = to + 1;
        }
        return found;
    }

    private static void line(LineScanner scan, byte[] bytes, int from, int to, List<InterfaceCounters> found) {
        int colon = to - 1;
        while (colon >= from && bytes[colon] != ':') {
            colon--;
        }
        if (colon <= from) {
            return;
        }
        scan.start(bytes, colon + 1, to);
        long received = scan.decimal();
        scan.words(7);
        long sent = scan.decimal();
        String name = new String(bytes, from, colon - from, StandardCharsets.UTF_8).strip();
        if (!scan.odd() && !name.isEmpty()) {
            found.add(new InterfaceCounters(name, received, sent, name.equals("lo")));
        }
    }
}
