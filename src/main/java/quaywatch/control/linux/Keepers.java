package quaywatch.control.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import quaywatch.control.Cause;
import quaywatch.control.Cause.Kind;
import quaywatch.kernel.Glance;
import quaywatch.kernel.Glances;

/** Recognises programs whose task is to start others again, each by more than its name. */
final class Keepers {

    private static final Set<String> NODE = Set.of("node", "nodejs", "bun");
    private static final Pattern PYTHON = Pattern.compile("(python|pypy)[0-9.]*");
    private static final Set<String> WATCHERS = Set.of("watchexec", "entr", "reflex", "cargo-watch", "air", "modd", "wgo", "gow");
    /** pm2 writes this over its command line. */
    private static final Pattern PM2 = Pattern.compile("PM2 v[^ ]+: God Daemon \\((.+)\\)");
    private static final Pattern NODEMON = Pattern.compile("\"name\"\\s*:\\s*\"nodemon\"");
    private static final long FILE_LIMIT = 256 * 1024;

    private final Glances glances;
    private final Faces faces;

    Keepers(Glances glances, Faces faces) {
        this.glances = glances;
        this.faces = faces;
    }

    /** What {@code parent} does when {@code child} ends; empty if nothing tells that it would start it again. */
    Optional<Cause> of(Glance parent, Glance child) {
        return pm2(parent, child).or(() -> supervisord(parent, child)).or(() -> nodemon(parent)).or(() -> nodeWatch(parent, child))
                .or(() -> watcher(parent, child)).or(() -> loop(parent, child));
    }

    /** One that is for a single program. */
    private Optional<Cause> keeper(Kind kind, Glance who, String clue) {
        return Optional.of(new Cause.Keeper(kind, faces.of(who), clue));
    }

    /** One that may keep more than {@code child}. */
    private Optional<Cause> keeper(Kind kind, Glance who, Glance child, String clue) {
        long others = glances.below(Set.of(who.pid())).stream().filter(pid -> pid != child.pid()).flatMap(pid -> glances.at(pid).stream())
                .filter(other -> other.parent() == who.pid()).count();
        return Optional.of(new Cause.Keeper(kind, faces.of(who), clue, (int) others));
    }

    /** Its own pid file names it. */
    private Optional<Cause> pm2(Glance parent, Glance child) {
        Matcher title = PM2.matcher(String.join(" ", parent.arguments()).strip());
        if (!NODE.contains(parent.program()) || !title.matches()) {
            return Optional.empty();
        }
        Optional<Path> file = path(parent, title.group(1)).map(folder -> folder.resolve("pm2.pid"));
        return file.flatMap(Keepers::text).filter(text -> text.strip().equals(Long.toString(parent.pid())))
                .flatMap(_ -> keeper(Kind.PM2, parent, child, file.get().toString()));
    }

    /** It is Python that runs the supervisord script, and the child has the variables that supervisord gives to its programs. */
    private Optional<Cause> supervisord(Glance parent, Glance child) {
        if (!PYTHON.matcher(parent.program()).matches()) {
            return Optional.empty();
        }
        boolean script = script(parent).filter(path -> path.getFileName().toString().equals("supervisord"))
                .flatMap(Keepers::text).filter(text -> text.contains("supervisor")).isPresent();
        boolean module = Collections.indexOfSubList(parent.arguments(), List.of("-m", "supervisor.supervisord")) > 0;
        if (!script && !module) {
            return Optional.empty();
        }
        Map<String, String> environment = glances.environment(child.pid());
        String name = environment.getOrDefault("SUPERVISOR_PROCESS_NAME", "");
        return name.isEmpty() ? Optional.empty() : keeper(Kind.SUPERVISORD, parent, child, name);
    }

    /** It is node that runs a script of the package nodemon. */
    private Optional<Cause> nodemon(Glance parent) {
        if (!NODE.contains(parent.program())) {
            return Optional.empty();
        }
        return script(parent).filter(path -> path.getNameCount() > 1 && path.getParent() != null)
                .filter(path -> isOf(path, NODEMON)).flatMap(path -> keeper(Kind.NODEMON, parent, path.toString()));
    }

    private static boolean isOf(Path script, Pattern name) {
        Path folder = script.getParent();
        for (int up = 0; up < 2 && folder != null; up++) {
            Path description = folder.resolve("package.json");
            if (Files.isRegularFile(description)) {
                return text(description).filter(text -> name.matcher(text).find()).isPresent();
            }
            folder = folder.getParent();
        }
        return false;
    }

    /** Node gives the child that it watches for a variable of its own. */
    private Optional<Cause> nodeWatch(Glance parent, Glance child) {
        Optional<String> flag = parent.arguments().stream().skip(1).takeWhile(word -> word.startsWith("-"))
                .filter(word -> word.equals("--watch") || word.startsWith("--watch-path")).findFirst();
        boolean same = parent.program().equals("node") && parent.executable().equals(child.executable());
        return flag.filter(_ -> same && glances.environment(child.pid()).containsKey("WATCH_REPORT_DEPENDENCIES"))
                .flatMap(word -> keeper(Kind.NODE_WATCH, parent, word));
    }

    /** The end of its command line is the command of the child, as it is or for a shell. */
    private Optional<Cause> watcher(Glance parent, Glance child) {
        if (!WATCHERS.contains(parent.program())) {
            return Optional.empty();
        }
        List<String> all = parent.arguments();
        List<String> words = child.arguments();
        for (int from = 1; from < all.size(); from++) {
            List<String> tail = all.subList(from, all.size());
            boolean shell = words.size() > 2 && Shell.is(child) && words.getLast().equals(String.join(" ", tail));
            if (tail.equals(words) || shell) {
                return keeper(Kind.WATCHER, parent, String.join(" ", tail));
            }
        }
        return Optional.empty();
    }

    private Optional<Cause> loop(Glance parent, Glance child) {
        if (!Shell.is(parent)) {
            return Optional.empty();
        }
        return Shell.commands(parent).or(() -> script(parent).flatMap(Keepers::text)).flatMap(text -> ShellLoop.around(text, child))
                .map(loop -> new Cause.Loop(faces.of(parent), loop));
    }

    /** The script that an interpreter was given: its first argument that is no option, as a real file. */
    private static Optional<Path> script(Glance who) {
        return who.arguments().stream().skip(1).filter(word -> !word.startsWith("-")).findFirst().flatMap(word -> path(who, word));
    }

    private static Optional<Path> path(Glance who, String text) {
        try {
            return Optional.of(Path.of(who.directory().isEmpty() ? "/" : who.directory()).resolve(text).toRealPath());
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** A small text file; empty if it is anything else. */
    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= FILE_LIMIT
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
