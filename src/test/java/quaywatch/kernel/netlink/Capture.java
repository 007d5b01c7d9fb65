package quaywatch.kernel.netlink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import quaywatch.kernel.NativeWords;
import quaywatch.model.Protocol;

/** Datagrams that a kernel sent of made-up sockets; made by {@code src/test/python/capture_diag.py}. */
final class Capture {

    private final List<String[]> lines;

    Capture() {
        try (InputStream in = Objects.requireNonNull(Capture.class.getResourceAsStream("/netlink/sockets.txt"))) {
            lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().map(line -> line.split(" ")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A socket as its holder knew it. */
    record Truth(int port, long inode, long cookie) {}

    Truth truth(String name) {
        String[] parts = lines.stream().filter(it -> it[0].equals("truth") && it[1].equals(name)).findFirst().orElseThrow();
        return new Truth(Integer.parseInt(parts[2]), Long.parseLong(parts[3]), Long.parseLong(parts[4]));
    }

    /** The datagrams of a protocol. */
    List<byte[]> datagrams(Protocol protocol) {
        String label = protocol.toString().toLowerCase(Locale.ROOT);
        return lines.stream().filter(it -> it[0].equals(label)).map(it -> HexFormat.of().parseHex(it[1])).toList();
    }

    /** All rows that are read out of them. */
    List<Told> rows() {
        Told.All all = new Told.All();
        try (SocketDiag diag = new SocketDiag(true)) {
            for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
                datagrams(protocol).forEach(it -> diag.datagram(NativeWords.of(it), it.length, protocol, all));
            }
        }
        return all.rows;
    }
}
