package quaywatch.collect.linux;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;

/** What {@code ss -Htunap} (iproute2) prints of TCP and UDP sockets, as {@link Seen}. */
final class SsLook {

    private static final Pattern PID = Pattern.compile("pid=(\\d+)");
    private static final Map<String, String> STATES = Map.of("ESTAB", "ESTABLISHED", "FIN-WAIT-2", "FIN_WAIT2", "CLOSE-WAIT", "CLOSE_WAIT",
            "TIME-WAIT", "TIME_WAIT", "UNCONN", "BOUND");

    private SsLook() {}

    /** @throws IOException where there is no {@code ss} */
    static List<Seen> look() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("ss", "-Htunap").redirectErrorStream(true).start();
        try (var lines = process.inputReader()) {
            return lines.lines().map(String::strip).filter(line -> line.startsWith("tcp ") || line.startsWith("udp ")).map(SsLook::parse)
                    .toList();
        } finally {
            process.waitFor();
        }
    }

    /** Protocol, state, two queues, both ends, and who holds it if anybody does. */
    static Seen parse(String line) {
        String[] parts = line.split(" +", 7);
        String protocol = parts[0].toUpperCase(Locale.ROOT);
        String state = STATES.getOrDefault(parts[1], parts[1]);
        Endpoint local = end(parts[4]);
        Endpoint remote = end(parts[5]);
        TreeSet<Long> pids = new TreeSet<>();
        if (parts.length > 6) {
            for (Matcher each = PID.matcher(parts[6]); each.find();) {
                pids.add(Long.valueOf(each.group(1)));
            }
        }
        return new Seen("ss",
                protocol + " " + local + " " + remote + " " + (protocol.equals("UDP") && remote.port() != 0 ? "CONNECTED" : state),
                "-", "pids" + String.join("", pids.stream().map(pid -> " " + pid).toList()), "-");
    }

    private static Endpoint end(String text) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, colon).replace("[", "").replace("]", "");
        String port = text.substring(colon + 1);
        return new Endpoint(host.equals("*") ? Address.ANY_V6 : Address.parse(host).orElseThrow(),
                port.equals("*") ? 0 : Integer.parseInt(port));
    }
}
