package quaywatch.bench;

import java.util.List;
import java.util.Map;

/** All that `bench sockets` measures, in the order in which it is shown. */
final class Lanes {

    final Lane list = new Lane("our list, without owners");
    final Lane tick = new Lane("our tick, after changes");
    final Lane quiet = new Lane("our tick, nothing changed");
    final Lane first = new Lane("our first tick, new JVM");
    final Lane owners = new Lane("finding owners in our tick");
    final Lane verifying = new Lane("verifying a tenth in our tick");
    final Lane walk = new Lane("our full walk of descriptors");
    final Lane dump = new Lane("C: dump");
    final Lane dumpInfo = new Lane("C: dump with tcp_info");
    final Lane dumpWalk = new Lane("C: full walk of descriptors");
    final Lane ss = new Lane("ss -tuna");
    final Lane ssOwners = new Lane("ss -tunap");
    final Lane netstat = new Lane("netstat -tunap");
    final Lane lsof = new Lane("lsof -nP -i");
    final Lane psutil = new Lane("psutil net_connections");
    final Lane oshi = new Lane("OSHI getConnections");

    List<Lane> all() {
        return List.of(list, tick, quiet, first, owners, verifying, walk, dump, dumpInfo, dumpWalk, ss, ssOwners, netstat, lsof, psutil,
                oshi);
    }

    /** Those that are a command, which is also their name. */
    List<Lane> commands() {
        return List.of(ss, ssOwners, netstat, lsof);
    }

    /** Those that the C program does, with its options. */
    Map<Lane, List<String>> floors() {
        return Map.of(dump, List.of(), dumpInfo, List.of("-i"), dumpWalk, List.of("-w"));
    }
}
