package quaywatch.ui;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;

import quaywatch.control.Deed;
import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.SourceReport;
import quaywatch.model.User;
import quaywatch.ui.nav.Screen;
import quaywatch.view.SocketLine;

/** A state of the window worth looking at as a whole: every screen, what may stand in or over it, with long names and large numbers. */
enum Pose {
    LOADING, PORTS, DRAWER, CONNECTIONS, PROCESSES, PORT_MAP, ACTIVITY, HISTORY, SETTINGS, HELD, FILTERED, NO_MATCH, LOST, HIDDEN, PLAN, WARNING, WAITING, FORCE, OUTCOME, OBSTACLE, CONSENT, CLOSING, KEYS, RESET;

    private static final String LONG = "a-rather-long-name-of-a-program-that-nobody-would-give";
    private static final ProcessFacts JAVA = SampleRow.process(4_194_303, "java",
            "java -Xmx2g -jar /srv/" + LONG + "/server.jar --port 8080",
            new Belonging.Unit(LONG + ".service", true));

    /** Brings the window into this state. Any thread but the FX thread. */
    void arrange(MadeUpWindow made) {
        switch (this) {
            case LOADING -> made.settle();
            case PORTS, DRAWER -> select(made, 0);
            case CONNECTIONS -> connections(made);
            case PROCESSES -> processes(made);
            case ACTIVITY -> activity(made);
            case HISTORY -> history(made);
            case PORT_MAP -> map(made);
            case SETTINGS -> go(made, Screen.SETTINGS);
            case HELD -> held(made);
            case FILTERED -> filtered(made);
            case NO_MATCH -> noMatch(made);
            case LOST -> made.tick(List.of(), report("/proc", "cannot open the file: permission denied by the policy of this machine"));
            case HIDDEN -> hidden(made);
            case PLAN -> free(made, 0);
            case WARNING -> warning(made);
            case WAITING -> start(made);
            case FORCE -> force(made);
            case OUTCOME -> outcome(made);
            case OBSTACLE -> free(made, 4);
            case CONSENT -> consent(made);
            case CLOSING -> closing(made);
            case KEYS -> keys(made);
            case RESET -> reset(made);
        }
    }

    /** Opens again what a change of the window's size has closed. */
    void renew(MadeUpWindow made) {
        if (this == DRAWER) {
            made.run(made.window()::inspect);
        } else if (this == KEYS) {
            made.run(made.window()::showKeys);
            made.run(made.window()::showKeys);
        }
    }

    private static void select(MadeUpWindow made, int row) {
        made.tick(rows(), report("/proc"));
        made.run(() -> made.model().table().select(made.model().table().lines().get(row)));
    }

    private static void connections(MadeUpWindow made) {
        go(made, Screen.CONNECTIONS);
        select(made, 1);
    }

    private static void processes(MadeUpWindow made) {
        go(made, Screen.PROCESSES);
        select(made, 1);
    }

    private static void activity(MadeUpWindow made) {
        made.history(MadeHistory.until(made.now(), List.of(LONG, "java", "b"), 60));
        select(made, 0);
        go(made, Screen.ACTIVITY);
    }

    private static void history(MadeUpWindow made) {
        select(made, 0);
        for (int i = 0; i < 40; i++) {
            made.journal().write(HistoryUiTest.deed("id" + i, i % 24, 20_000 + i, Deed.Result.values()[i % Deed.Result.values().length],
                    LONG, "-Xmx2g", "-jar", "/srv/" + LONG + "/server.jar", LONG, LONG));
        }
        go(made, Screen.HISTORY);
        MadeUpWindow.await("the deeds are there", () -> made.onFx(() -> made.window().lookup("#deed").isVisible()));
        made.settle();
    }

    private static void map(MadeUpWindow made) {
        go(made, Screen.PORT_MAP);
        made.tick(rows(), report("/proc"));
        made.run(made.model().portMap()::pose);
    }

    private static void keys(MadeUpWindow made) {
        select(made, 0);
        made.onFx(() -> made.window().getScene().snapshot(null));
        made.run(made.window()::showKeys);
    }

    private static void reset(MadeUpWindow made) {
        go(made, Screen.SETTINGS);
        made.run(() -> ((Button) Objects.requireNonNull(made.window().lookup("#reset"))).fire());
    }

    private static void go(MadeUpWindow made, Screen screen) {
        made.run(() -> made.model().screen().set(screen));
    }

    private static void held(MadeUpWindow made) {
        select(made, 0);
        made.run(() -> made.model().ports().held().set(true));
        made.tick(Stream.concat(rows().stream(), Stream.of(SampleRow.listener("127.0.0.1:81").by(5, "new").row())).toList(),
                report("/proc"));
        made.run(() -> made.model().notices().addAll("The settings in /home/ada/.config/quaywatch can't be read (permission denied), so the"
                + " defaults are used and changes are not kept. Check who owns the file.", "A short one."));
    }

    private static void filtered(MadeUpWindow made) {
        made.tick(rows(), report("/proc", "cannot open the file: permission denied by the policy of this machine"));
        made.run(() -> {
            List.of("lport:well-known", "process:java", "user:ada", "!port:22", "is:listening")
                    .forEach(made.model().header().filters()::add);
            made.model().header().filters().port().set("20");
            made.model().header().paused().set(true);
        });
    }

    private static void noMatch(MadeUpWindow made) {
        made.tick(rows(), report("/proc"));
        made.run(() -> {
            List.of("process:java", "service:" + LONG).forEach(made.model().header().filters()::add);
            made.model().header().filters().port().set("22");
            made.model().header().filters().protocols().udp().set(false);
        });
    }

    private static void hidden(MadeUpWindow made) {
        select(made, 4);
        made.onFx(() -> made.window().getScene().snapshot(null));
        Node cell = made.cell(4, "owner");
        made.run(() -> made.window().explainOwner(made.line(4), cell));
    }

    private static void free(MadeUpWindow made, int row) {
        select(made, row);
        made.run(() -> made.window().free(made.line(row)));
    }

    private static void consent(MadeUpWindow made) {
        Owner likely = new Owner.Processes(List.of(new ProcessFacts(new ProcessId(4_194_303, 1), 1, LONG, LONG, "", "",
                new User(1001, "a-user-with-a-long-name"), SampleRow.START, new Belonging.StartedBy(LONG))));
        made.tick(SampleRow.listener("127.0.0.1:8080").by(likely, new Evidence.Inferred(1)).cookie(7));
        made.run(() -> made.window().free(made.line(0)));
    }

    private static void closing(MadeUpWindow made) {
        SampleRow row = SampleRow
                .connection("[2001:db8:1234:5678:9abc:def0:1234:1000]:51000", "[2001:db8:ffff:ffff:ffff:ffff:ffff:ffff]:443")
                .by(7, LONG).cookie(7);
        made.run(() -> made.window().closeConnection(SocketLine.alone(row.row())));
    }

    private static void warning(MadeUpWindow made) {
        made.tick(SampleRow.listener("127.0.0.1:8080").by(SampleRow.process(400, "sshd", "sshd", new Belonging.StartedBy(LONG)),
                SampleRow.process(401, "gnome-shell", "gnome-shell", null)));
        made.run(() -> made.window().free(made.line(0)));
    }

    private static void start(MadeUpWindow made) {
        free(made, 0);
        made.run(() -> ((Button) Objects.requireNonNull(made.window().lookup("#do-free"))).fire());
        MadeUpWindow.await("the wait has begun", () -> made.onFx(() -> made.window().lookup("#stop-waiting") != null));
        made.settle();
    }

    private static void force(MadeUpWindow made) {
        start(made);
        made.lever().awaitRounds(1);
        made.lever().pass(Duration.ofSeconds(61));
        MadeUpWindow.await("force is offered", () -> made.onFx(() -> made.window().lookup("#force") != null));
        made.settle();
    }

    private static void outcome(MadeUpWindow made) {
        made.lever().othersAre(new Owner.Processes(List.of(SampleRow.process(7, LONG, "nginx", null))),
                new Owner.UserOnly(new User(1001, "bob")));
        start(made);
        made.lever().end();
        MadeUpWindow.await("the outcome is told", () -> made.onFx(() -> made.window().lookup("#outcome") != null));
        made.settle();
    }

    private static SourceReport report(String source, String... causes) {
        return new SourceReport(source, Duration.ofMillis(12), 0, 7, true,
                Stream.of(causes).map(cause -> new SourceReport.Trouble(source, cause)).toList());
    }

    /** In the order of the Ports screen: the fifth has a hidden owner. */
    private static List<Row> rows() {
        Stream<SampleRow> ports = Stream.of(SampleRow.listener("0.0.0.0:20").by(JAVA), SampleRow.listener("[::]:8081").by(JAVA),
                SampleRow.listener("127.0.0.1:21").by(2, "node"), SampleRow.listener("10.0.0.17:25").by(3, LONG),
                SampleRow.udp("[fe80::1234:5678:9abc:def0%enp3s0]:26").by(4, "avahi-daemon"),
                SampleRow.listener("0.0.0.0:27").user(0, "root").by(new Owner.UserOnly(new User(0, "root")), Evidence.EXACT),
                SampleRow.listener("0.0.0.0:60999").by(new Owner.Kernel(), Evidence.EXACT));
        Stream<SampleRow> clients = IntStream.range(0, 30).boxed().flatMap(number -> Stream.of(
                SampleRow.connection("127.0.0.1:20", "127.0.0.1:" + (50_000 + number)).by(JAVA).cookie(10_000 + number),
                SampleRow.connection("127.0.0.1:" + (50_000 + number), "127.0.0.1:20").by(100 + number, LONG + number)
                        .cookie(20_000 + number),
                SampleRow.connection("[2001:db8:1234:5678:9abc:def0:1234:" + (1000 + number) + "]:" + (51_000 + number),
                        "[2001:db8:ffff:ffff:ffff:ffff:ffff:ffff]:443").by(7, "firefox").cookie(30_000 + number)));
        return Stream.concat(ports, clients).map(SampleRow::row).toList();
    }
}
