package quaywatch.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.PortClass;
import quaywatch.model.ServiceNames;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;
import quaywatch.text.Words;

/** Puts the head of a group into words. */
final class GroupText {

    private static final String APART = "  ";
    private static final int KEPT = 100;

    private final Words words;
    private final ServiceNames names;
    /** Formatting is dear, and most groups are small: the texts of small numbers are kept. */
    private final @Nullable String[][] counted = new String[Kind.values().length][KEPT];

    GroupText(Words words, ServiceNames names) {
        this.words = words;
        this.names = names;
    }

    String title(Grouping by, Entry example) {
        Socket socket = example.row().socket();
        return switch (by) {
            case NONE -> "";
            case PROCESS -> OwnerText.name(example.live(), words);
            case PORT_RANGE -> words.of("view.range", PortClass.of(socket.local().port()));
            case LOCAL_PORT -> Integer.toString(socket.local().port());
            case REMOTE_HOST -> socket.hasPeer() ? LineText.address(socket.remote()) : words.get("view.group.noPeer");
            case STATE -> socket.state().name();
            case USER -> OwnerText.user(example.row(), words);
            case SERVICE -> isService(example.owner())
                    ? OwnerText.belongsTo(example.owner(), words)
                    : words.get("view.group.noService");
        };
    }

    String pid(Grouping by, Entry example) {
        return by == Grouping.PROCESS && OwnerText.first(example.owner()) != null ? OwnerText.pid(example.live(), words) : "";
    }

    String detail(Grouping by, List<Entry> lines) {
        Entry example = lines.getFirst();
        Socket socket = example.row().socket();
        String counts = counts(lines);
        return switch (by) {
            case NONE -> "";
            case PROCESS -> process(example, counts, lines);
            case PORT_RANGE -> PortClass.of(socket.local().port()).range() + APART + counts;
            case LOCAL_PORT -> names.name(socket.protocol(), socket.local().port())
                    .map(name -> name + APART + counts).orElse(counts);
            case REMOTE_HOST, STATE, USER, SERVICE -> counts;
        };
    }

    private String process(Entry example, String counts, List<Entry> lines) {
        if (lines.stream().allMatch(line -> line.live().evidence() instanceof Evidence.Remembered)) {
            return words.get("view.group.remembered", counts);
        }
        Belonging belonging = example.owner().belongsTo();
        String inferred = lines.stream().map(line -> OwnerText.inference(line.live(), words)).filter(Objects::nonNull).findFirst()
                .orElse("");
        return switch (example.owner()) {
            case Owner.UserOnly _,Owner.Service _ -> words.get("view.group.hidden", counts);
            case Owner.Kernel _,Owner.Unknown _ -> counts;
            case Owner.Processes _ when !inferred.isEmpty() -> counts + APART + inferred;
            case Owner.Processes _ when belonging == null -> counts;
            case Owner.Processes _ -> counts + APART + OwnerText.safe(belonging.name(), words);
        };
    }

    /** {@code 2 ports, 7 connections, 1 closing, 2 in TIME_WAIT}: what there is none of is left out. */
    private String counts(List<Entry> lines) {
        int[] numbers = new int[Kind.values().length];
        for (Entry line : lines) {
            numbers[Kind.of(line).ordinal()]++;
        }
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int number = numbers[kind.ordinal()];
            if (number > 0) {
                parts.add(counted(kind, number));
            }
        }
        return String.join(", ", parts);
    }

    private String counted(Kind kind, int number) {
        if (number >= KEPT) {
            return format(kind, number);
        }
        @Nullable
        String[] texts = counted[kind.ordinal()];
        @Nullable
        String text = texts[number];
        if (text == null) {
            text = format(kind, number);
            texts[number] = text;
        }
        return text;
    }

    private String format(Kind kind, int number) {
        return words.get("view.group." + kind.name(), number, Figures.count(number));
    }

    private static boolean isService(Owner owner) {
        return GroupId.service(owner) != GroupId.Lacking.LACKING;
    }

    private enum Kind {
        OWNERS, PORTS, CONNECTIONS, CLOSING, WAITING, OTHER;

        static Kind of(Entry line) {
            if (line instanceof OwnerLine) {
                return OWNERS;
            }
            Socket socket = line.row().socket();
            if (socket.holdsPort()) {
                return PORTS;
            }
            if (!socket.hasPeer()) {
                return OTHER;
            }
            if (socket.state() == SocketState.TIME_WAIT && !line.isClosed()) {
                return WAITING;
            }
            return line.isClosed() || LineText.isClosing(socket.state()) ? CLOSING : CONNECTIONS;
        }
    }
}
