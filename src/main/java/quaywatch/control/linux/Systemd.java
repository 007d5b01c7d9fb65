package quaywatch.control.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Lever.Sent;
import quaywatch.control.Service;

/** Asks systemd by its own tool, systemctl(1): it knows the way to the manager, and for system units asks polkit by itself. */
final class Systemd {

    private static final Duration ANSWER = Duration.ofSeconds(3);
    /** Somebody may have to type a password. */
    private static final Duration CONSENT = Duration.ofMinutes(2);

    private final String systemctl;

    Systemd(String systemctl) {
        this.systemctl = systemctl;
    }

    /** The tool where distributions put it; not searched for on the path, which anybody may have set. */
    static Systemd ofThisMachine() {
        return new Systemd(Stream.of("/usr/bin/systemctl", "/bin/systemctl").filter(path -> Files.isExecutable(Path.of(path))).findFirst()
                .orElse("/usr/bin/systemctl"));
    }

    /**
     * What systemd tells of a service.
     *
     * @param mainPid  the process whose end it waits for; 0 if there is none
     * @param restart  {@code Restart=}
     * @param delay    {@code RestartSec=}; null where it could not be read
     * @param sockets  the socket units that start it
     */
    record Unit(String name, boolean user, long mainPid, String restart, @Nullable Duration delay, List<String> sockets) {

        boolean startsAgain() {
            return !restart.isEmpty() && !restart.equals("no");
        }
    }

    /**
     * A socket unit that listens.
     *
     * @param triggers  the service that it starts
     * @param listens   addresses as systemd prints them: {@code 127.0.0.1:8080 (Stream)}
     */
    record Listener(String name, String triggers, List<String> listens) {}

    Optional<Unit> unit(String name, boolean user) {
        return show(user, List.of("--property=Id,LoadState,MainPID,Restart,RestartUSec,TriggeredBy", "--", name)).stream().findFirst()
                .filter(found -> one(found, "LoadState").equals("loaded"))
                .map(found -> new Unit(one(found, "Id"), user, number(one(found, "MainPID")), one(found, "Restart"),
                        Span.parse(one(found, "RestartUSec")).orElse(null),
                        Stream.of(one(found, "TriggeredBy").split(" ")).filter(unit -> unit.endsWith(".socket")).toList()));
    }

    /** Every socket unit that listens now. */
    List<Listener> listeners(boolean user) {
        return show(user, List.of("--property=Id,ActiveState,Listen,Triggers", "--", "*.socket")).stream()
                .filter(found -> one(found, "ActiveState").equals("active"))
                .map(found -> new Listener(one(found, "Id"), one(found, "Triggers"), found.getOrDefault("Listen", List.of()))).toList();
    }

    /** Asks for the stop and does not wait for it: progress is seen at the process and at the port. */
    Sent stop(Service.Unit unit) {
        List<String> words = new ArrayList<>(command(unit.user()));
        words.addAll(List.of("stop", "--no-block", "--"));
        words.addAll(unit.all());
        Command.Result result = Command.run(CONSENT, words);
        if (result.done()) {
            return new Sent.Delivered();
        }
        boolean denied = Stream.of("Access denied", "authentication required", "Permission denied", "Operation not permitted")
                .anyMatch(sign -> result.error().contains(sign));
        return denied ? new Sent.NotPermitted() : new Sent.Failed(result.error());
    }

    private List<String> command(boolean user) {
        return user ? List.of(systemctl, "--user") : List.of(systemctl);
    }

    /** Blocks of lines {@code key=value}, one block for each unit, an empty line between two. */
    private List<Map<String, List<String>>> show(boolean user, List<String> more) {
        List<String> words = new ArrayList<>(command(user));
        words.addAll(List.of("show", "--no-pager"));
        words.addAll(more);
        return parse(Command.run(ANSWER, words).output());
    }

    static List<Map<String, List<String>>> parse(String output) {
        List<Map<String, List<String>>> units = new ArrayList<>();
        for (String block : output.split("\n\n")) {
            Map<String, List<String>> unit = new LinkedHashMap<>();
            block.lines().filter(line -> line.indexOf('=') > 0).forEach(line -> unit
                    .computeIfAbsent(line.substring(0, line.indexOf('=')), _ -> new ArrayList<>())
                    .add(line.substring(line.indexOf('=') + 1)));
            if (!unit.isEmpty()) {
                units.add(unit);
            }
        }
        return units;
    }

    private static String one(Map<String, List<String>> unit, String key) {
        return unit.getOrDefault(key, List.of("")).getFirst();
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,10}") ? Long.parseLong(text) : 0;
    }
}
