package quaywatch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.demo.Script.Actor;
import quaywatch.model.Belonging;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.User;

/** Who started whom on the made-up workstation, and where they run. */
final class Family {

    private static final long FIRST = 1;
    private static final long USER_MANAGER = 1_893;
    private static final long DESKTOP = 2_110;
    private static final long TERMINAL = 6_240;
    private static final long SHELL = 6_251;
    private static final long NPM = 25_298;
    private static final long SHIM = 26_040;
    private static final User ROOT = new User(0, "root");
    private static final User MIRA = new User(1_000, "mira");
    private static final Map<Long, Member> MEMBERS = Map.of(FIRST, new Member(0, "systemd", ROOT), USER_MANAGER,
            new Member(FIRST, "systemd", MIRA), DESKTOP, new Member(USER_MANAGER, "gnome-shell", MIRA), TERMINAL,
            new Member(USER_MANAGER, "gnome-terminal-", MIRA), SHELL, new Member(TERMINAL, "bash", MIRA), NPM,
            new Member(SHELL, "npm", MIRA), SHIM, new Member(FIRST, "containerd-shim", ROOT));
    private static final Map<String, String> FOLDERS = Map.of("java", "/home/mira/code/orders-api", "node", "/home/mira/shop",
            "jupyter-lab", "/home/mira/notebooks", "postgres", "/var/lib/postgresql/16/main");

    private Family() {}

    /** One that holds nothing. */
    private record Member(long parent, String name, User user) {}

    static long parent(Actor actor) {
        return switch (actor.belongsTo()) {
            case Belonging.Unit(_, boolean user) -> user ? USER_MANAGER : FIRST;
            case Belonging.Container _ -> SHIM;
            case Belonging.StartedBy(String name) -> name.startsWith("npm") ? NPM : name.equals("bash") ? SHELL : DESKTOP;
        };
    }

    static String folder(Actor actor) {
        return FOLDERS.getOrDefault(actor.name(), "/");
    }

    /** The terminal of a program; empty where it has none. */
    static String terminal(ProcessFacts process) {
        return process.parent() == NPM || process.parent() == SHELL ? "pts/2" : "";
    }

    /** From its parent up. */
    static List<ProcessFacts> above(ProcessFacts process, Instant start) {
        List<ProcessFacts> line = new ArrayList<>();
        long pid = process.parent();
        @Nullable
        Member next = MEMBERS.get(pid);
        while (next != null) {
            line.add(new ProcessFacts(new ProcessId(pid, pid * 10), next.parent, next.name, next.name, "", "/", next.user,
                    start.minus(Duration.ofHours(6)), null));
            pid = next.parent;
            next = MEMBERS.get(pid);
        }
        return line;
    }
}
