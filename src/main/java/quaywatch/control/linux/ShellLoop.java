package quaywatch.control.linux;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import quaywatch.kernel.Glance;

/** Finds the loop of a shell script that starts a command over and over. */
final class ShellLoop {

    /** These run the command that follows them. */
    private static final Set<String> WRAPPERS = Set.of("exec", "nohup", "env", "nice", "time", "timeout", "setsid", "stdbuf", "command",
            "sudo");
    /** The only {@code for} without an end. */
    private static final Pattern ENDLESS = Pattern.compile("for\\s*\\(\\(\\s*;\\s*;\\s*\\)\\)");

    private ShellLoop() {}

    /** The text of the innermost loop without an end that runs the command of {@code child}; empty if there is none. */
    static Optional<String> around(String script, Glance child) {
        String text = ENDLESS.matcher(script).replaceAll("while :");
        List<ShellWords.Word> words = ShellWords.of(text);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < words.size(); i++) {
            ShellWords.Word word = words.get(i);
            if (word.is("while") || word.is("until") || word.is("for") || word.is("select")) {
                open.push(i);
            } else if (word.is("done") && !open.isEmpty()) {
                int from = open.pop();
                boolean endless = words.get(from).is("while") || words.get(from).is("until");
                if (endless && starts(words.subList(from + 1, i), child)) {
                    return Optional.of(text.substring(words.get(from).from(), word.to()).strip().replaceAll("\\s+", " "));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean starts(List<ShellWords.Word> loop, Glance child) {
        Set<String> names = names(child);
        boolean wrapped = false;
        for (ShellWords.Word word : loop) {
            if (word.command()) {
                wrapped = WRAPPERS.contains(word.text());
            }
            if ((word.command() || wrapped) && (names.contains(word.base()) || word.text().startsWith("$"))) {
                return true;
            }
        }
        return false;
    }

    /** What the script may call it: its program, or the script that an interpreter runs. */
    private static Set<String> names(Glance child) {
        Set<String> names = new HashSet<>(Set.of(child.program()));
        child.arguments().stream().limit(2).map(word -> word.substring(word.lastIndexOf('/') + 1)).forEach(names::add);
        names.remove("");
        return names;
    }
}
