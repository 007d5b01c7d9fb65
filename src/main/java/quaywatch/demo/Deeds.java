package quaywatch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Deed;
import quaywatch.control.Deed.Means;
import quaywatch.control.Deed.Result;
import quaywatch.control.Launch;
import quaywatch.control.Way;
import quaywatch.model.Belonging;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.User;

/** What was done on the made-up workstation before. */
final class Deeds {

    private static final User MIRA = new User(1_000, "mira");
    private static final String HOME = "/home/mira";
    private static final Map<String, String> FOLDERS = Map.of("java", HOME + "/work/orders-api", "node", HOME + "/work/shop",
            "jupyter-lab", HOME + "/notes");

    private Deeds() {}

    /** How a made-up program was started. */
    static Launch launch(ProcessFacts who) {
        return new Launch(List.of(who.commandLine().split(" ")), "", FOLDERS.getOrDefault(who.name(), "/"));
    }

    /** The latest first. */
    static List<Deed> before(Instant now) {
        return List.of( //
                deed(now, Duration.ofMinutes(9), Means.WINDOW, Way.Kind.PROCESS, List.of(3_000, 9_229, 35_729), false, Result.ENDED, "",
                        node(24_871, "/work/shop", new Belonging.StartedBy("npm run dev"), "node", "node_modules/.bin/vite", "--host")),
                deed(now, Duration.ofMinutes(52), Means.WINDOW, Way.Kind.PROCESS, List.of(8_888), true, Result.ENDED, "",
                        process(23_990, "jupyter-lab", HOME + "/notes", new Belonging.StartedBy("bash"), "/usr/bin/python3",
                                "/usr/bin/jupyter-lab", "--no-browser", "--notebook-dir", "Lab notes 2026")),
                service(now, Duration.ofHours(3), Means.COMMAND_LINE, new Belonging.Unit("orders-api.service", true),
                        List.of(8_080, 5_005), Result.ENDED, "", process(19_204, "java", HOME + "/work/orders-api",
                                new Belonging.Unit("orders-api.service", true), "java", "-Xmx512m", "-jar", "target/orders-api.jar")),
                deed(now, Duration.ofHours(4), Means.WINDOW, Way.Kind.PROCESS, List.of(8_080, 5_005), false, Result.RESPAWNED, "java 19204",
                        process(18_877, "java", HOME + "/work/orders-api", new Belonging.Unit("orders-api.service", true), "java",
                                "-Xmx512m", "-jar", "target/orders-api.jar")),
                deed(now, Duration.ofHours(23), Means.COMMAND_LINE, Way.Kind.PARENT, List.of(3_001), false, Result.ENDED, "",
                        node(15_120, "/work/shop", new Belonging.StartedBy("bash"), "node", "node_modules/.bin/nodemon", "server.js"),
                        node(15_133, "/work/shop", new Belonging.StartedBy("nodemon"), "node", "server.js", "--port", "3001")),
                service(now, Duration.ofHours(26), Means.WINDOW, new Belonging.Container("web", "docker"), List.of(80), Result.ENDED, ""),
                deed(now, Duration.ofDays(3), Means.WINDOW, Way.Kind.PROCESS, List.of(5_173), false, Result.CANCELLED, "",
                        node(9_431, "/work/it's new", new Belonging.StartedBy("npm start"), "node", "serve.js", "--title", "It's new")),
                deed(now, Duration.ofDays(6), Means.COMMAND_LINE, Way.Kind.PROCESS, List.of(4_000), false, Result.STILL_RUNNING, "",
                        process(4_410, "ruby", HOME + "/work/docs", new Belonging.StartedBy("bash"), "ruby", "/usr/bin/jekyll", "serve")));
    }

    private static Deed.Stopped node(long pid, String folder, Belonging by, String... arguments) {
        return process(pid, "node", HOME + folder, by, arguments);
    }

    private static Deed.Stopped process(long pid, String name, String folder, Belonging by, String... arguments) {
        return new Deed.Stopped(new ProcessId(pid, pid * 10), name, new Launch(List.of(arguments), "", folder), MIRA, by);
    }

    private static Deed deed(Instant now, Duration ago, Means means, Way.Kind lever, List<Integer> ports, boolean forced, Result result,
            String note, Deed.Stopped... processes) {
        return deed(now, ago, means, lever, null, ports, forced, result, note, processes);
    }

    private static Deed service(Instant now, Duration ago, Means means, Belonging service, List<Integer> ports, Result result, String note,
            Deed.Stopped... processes) {
        return deed(now, ago, means, Way.Kind.SERVICE, service, ports, false, result, note, processes);
    }

    private static Deed deed(Instant now, Duration ago, Means means, Way.Kind lever, @Nullable Belonging service, List<Integer> ports,
            boolean forced, Result result, String note, Deed.Stopped... processes) {
        return new Deed("demo-" + ago.toSeconds(), now.minus(ago), MIRA, means, lever, service,
                ports.stream().map(port -> new Deed.Port(Protocol.TCP, port)).toList(), Stream.of(processes).toList(), forced, result,
                note);
    }
}
