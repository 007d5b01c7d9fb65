package quaywatch.control.words;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import quaywatch.control.Deed;
import quaywatch.control.Deed.Result;
import quaywatch.control.Journal;
import quaywatch.control.Launch;
import quaywatch.model.Belonging;
import quaywatch.model.Protocol;
import quaywatch.text.ShellText;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/** Says what was done, and what went wrong with writing it down. */
public final class DeedWords {

    private static final int NAME_LIMIT = 40;

    private final Words words;
    private final Naming naming;

    public DeedWords(Words words) {
        this.words = words;
        this.naming = new Naming(words);
    }

    /** {@code Asked node 4711 to end}, {@code Stopped orders-api.service}. */
    public String what(Deed deed) {
        Belonging service = deed.service();
        if (service != null) {
            return words.get(service instanceof Belonging.Container ? "control.deed.container" : "control.deed.unit",
                    Naming.safe(service.name()));
        }
        if (deed.connection() != null) {
            return closed(deed.connection());
        }
        String key = switch (deed.lever()) {
            case null -> "control.deed.asked";
            case SERVICE, PROCESS -> "control.deed.asked";
            case PARENT -> "control.deed.asked.parent";
            case TREE -> "control.deed.asked.tree";
            case ADMINISTRATOR -> "control.deed.asked.administrator";
        };
        return words.get(deed.forced() ? key + ".forced" : key, processes(deed.processes()));
    }

    /** {@code Closed 127.0.0.1:40000 to 127.0.0.1:3000 of firefox 4711}. */
    private String closed(Deed.Connection connection) {
        return connection.owner().isEmpty()
                ? words.get("control.deed.closed", Naming.safe(connection.local()), Naming.safe(connection.remote()))
                : words.get("control.deed.closed.of", Naming.safe(connection.local()), Naming.safe(connection.remote()),
                        Naming.safe(connection.owner()));
    }

    /** {@code node 4711}, or {@code nginx 1733 and 3 more}. */
    private String processes(List<Deed.Stopped> all) {
        if (all.isEmpty()) {
            return words.get("control.owner.unknown");
        }
        return all.size() == 1
                ? process(all.getFirst())
                : words.get("control.processes", name(all.getFirst()), Long.toString(all.getFirst().id().pid()), all.size() - 1);
    }

    /** {@code node 4711}. */
    public String process(Deed.Stopped who) {
        return words.get("control.process", name(who), Long.toString(who.id().pid()));
    }

    private static String name(Deed.Stopped who) {
        return Visible.name(who.name(), NAME_LIMIT);
    }

    /** {@code 3000, 9229, UDP 53}; a word where it was about no port. */
    public String ports(Deed deed) {
        return deed.ports().isEmpty()
                ? words.get("control.deed.noPort")
                : deed.ports().stream().map(this::port).collect(Collectors.joining(", "));
    }

    private String port(Deed.Port port) {
        String number = Integer.toString(port.port());
        return port.protocol() == Protocol.TCP ? number : words.get("control.deed.port", port.protocol().name(), number);
    }

    /** How it ended, in a word or two. */
    public String result(Deed deed) {
        Result result = deed.result();
        return result == null ? words.get("control.deed.result.none") : words.get("control.deed.result." + result.name());
    }

    /** What belongs to the end, as a sentence; empty where nothing does. */
    public String note(Deed deed) {
        if (deed.result() == null) {
            return words.get("control.deed.note.none");
        }
        return switch (deed.result()) {
            case RESPAWNED, STILL_HELD -> deed.note().isEmpty() ? "" : words.get("control.deed.note.holder", Naming.safe(deed.note()));
            case FAILED -> words.get("control.deed.note.failed", Naming.safe(deed.note()));
            case CANCELLED, STILL_RUNNING -> words.get("control.deed.note.open");
            case ENDED, NOT_PERMITTED, ALREADY_GONE, PID_REUSED, REFUSED, DECLINED, STILL_OPEN -> "";
        };
    }

    /** {@code mira, in the window}. */
    public String by(Deed deed) {
        String means = words.of("control.deed.means", deed.means());
        return deed.by() == null ? means : words.get("control.deed.by", Naming.safe(deed.by().name()), means);
    }

    /** Through what Quaywatch was told to do it, at the start of a cell. */
    public String means(Deed deed) {
        return words.of("control.deed.through", deed.means());
    }

    /** {@code SIGTERM, SIGKILL}; what was asked instead where none was sent. */
    public String signals(Deed deed) {
        if (deed.result() == Result.DECLINED) {
            return words.get("control.deed.noSignal.declined");
        }
        if (deed.connection() != null) {
            return words.get("control.deed.noSignal.connection");
        }
        Stream<String> names = deed.signals().stream().map("SIG"::concat);
        return deed.signals().isEmpty() ? words.get("control.deed.noSignal") : naming.list(names.toList());
    }

    /** What a process belonged to; empty where that is not known. */
    public String belongsTo(Deed.Stopped who) {
        return who.belongsTo() == null ? "" : Naming.safe(who.belongsTo().name());
    }

    /**
     * The command that was running, or for a service the one that starts it; safe to paste into a shell. Of several processes it is that of
     * the first, which started the others. Empty where it is not known.
     */
    public static String again(Deed deed) {
        String service = deed.service() == null ? "" : start(deed.service());
        return !service.isEmpty() || deed.processes().isEmpty() ? service : command(deed.processes().getFirst().launch());
    }

    /** The same, in the folder that it was running in; as {@link #again} where the folder is not known or means nothing. */
    public static String againInFolder(Deed deed) {
        String command = again(deed);
        String folder = folder(deed);
        return folder.isEmpty() || command.isEmpty() ? command : ShellText.in(folder, command);
    }

    /** The folder that the command was running in, raw; empty where that is not known or means nothing. */
    public static String folder(Deed deed) {
        boolean service = deed.service() != null && !start(deed.service()).isEmpty();
        return service || deed.processes().isEmpty() ? "" : deed.processes().getFirst().launch().folder();
    }

    /** Where the arguments are not known one by one, what there is of them, made visible: nobody could say where one ends. */
    private static String command(Launch launch) {
        return launch.arguments().isEmpty() ? Visible.of(launch.line()) : ShellText.command(launch.arguments());
    }

    private static String start(@Nullable Belonging service) {
        return switch (service) {
            case Belonging.Unit(String name, boolean user) when ObstacleWords.plain(name) ->
                (user ? "systemctl --user start " : "systemctl start ") + name;
            case Belonging.Container(String name, String runtime) when ObstacleWords.plain(name) && ObstacleWords.plain(runtime) ->
                runtime + " start " + name;
            case Belonging.Unit _,Belonging.Container _,Belonging.StartedBy _ -> "";
            case null -> "";
        };
    }

    /** Why the journal is not what it should be, as a sentence. */
    public String trouble(Journal.Trouble trouble) {
        return words.get("control.journal." + trouble.kind().name(), Visible.of(trouble.place()), Visible.of(trouble.cause()));
    }

    /** How many lines could not be read. */
    public String broken(int count) {
        return words.get("control.journal.broken", count);
    }
}
