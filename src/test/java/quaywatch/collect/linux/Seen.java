package quaywatch.collect.linux;

import java.util.List;
import java.util.stream.Collectors;

import quaywatch.collect.SocketSample.Sighting;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Socket;
import quaywatch.model.TcpInfo;

/**
 * A sighting as a line of text, by which a process can tell a test of it.
 *
 * @param source  who saw it
 * @param socket  protocol, ends and state; addresses of IPv4 as such, whatever the family
 * @param user    the number of the user; {@code -} where that is not known
 * @param owner   the kind of the owner, and its pids or its name
 * @param counts  bytes sent, bytes received and microseconds of a round trip; {@code -} where there are none
 */
record Seen(String source, String socket, String user, String owner, String counts) {

    private static final String BETWEEN = "\t";

    static Seen of(String source, Sighting seen) {
        Socket socket = seen.socket();
        TcpInfo tcp = socket.tcp();
        return new Seen(source, socket.protocol() + " " + socket.local() + " " + socket.remote() + " " + socket.state(),
                socket.knownUser().map(it -> Long.toString(it.uid())).orElse("-"), owner(seen),
                tcp == null ? "-" : tcp.sent() + " " + tcp.received() + " " + tcp.rttMicros());
    }

    private static String owner(Sighting seen) {
        String sure = seen.evidence() instanceof Evidence.Inferred ? "probably " : "";
        return sure + switch (seen.owner()) {
            case Owner.Processes(var holders) ->
                "pids " + holders.stream().map(it -> Long.toString(it.id().pid())).collect(Collectors.joining(" "));
            case Owner.UserOnly(var user) -> "user " + user.uid();
            case Owner.Service(var belonging, var user) -> "service " + belonging.name() + " of " + user.uid();
            case Owner.Unknown(var reason) -> "unknown " + reason;
            case Owner.Kernel _ -> "kernel";
        };
    }

    /** Those of a source, out of what a process printed. */
    static List<Seen> parse(List<String> lines, String source) {
        return lines.stream().map(line -> line.split(BETWEEN, -1)).filter(parts -> parts.length == 5 && parts[0].equals(source))
                .map(parts -> new Seen(parts[0], parts[1], parts[2], parts[3], parts[4])).toList();
    }

    /** The bytes sent, the bytes received and the round trip. */
    List<Long> counted() {
        return List.of(counts.split(" ")).stream().map(Long::valueOf).toList();
    }

    /** The line. */
    @Override
    public String toString() {
        return String.join(BETWEEN, source, socket, user, owner, counts);
    }
}
