package quaywatch.control.linux;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import quaywatch.kernel.Glance;

/** Shells, by the program that really runs. */
final class Shell {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", "mksh", "ash", "busybox");

    private Shell() {}

    static boolean is(Glance who) {
        return SHELLS.contains(who.program());
    }

    /** The text after {@code -c}; empty for a shell that runs a file or is typed to. */
    static Optional<String> commands(Glance who) {
        List<String> words = who.arguments();
        for (int i = 1; i + 1 < words.size() && words.get(i).startsWith("-"); i++) {
            if (!words.get(i).startsWith("--") && words.get(i).endsWith("c")) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
