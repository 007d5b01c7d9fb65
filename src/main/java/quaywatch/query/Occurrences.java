package quaywatch.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Endpoint;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.ServiceNames;
import quaywatch.model.Socket;
import quaywatch.model.User;
import quaywatch.text.Visible;

/**
 * Which values occur in the fields of some sockets, and how often. A field is counted when it is first asked for, so what nobody types costs
 * nothing. One thread at a time.
 */
public final class Occurrences {

    /** Nothing occurs. */
    public static final Occurrences NONE = new Occurrences(List.of(), ServiceNames.NONE);

    private final List<Row> rows;
    private final ServiceNames names;
    private final Map<Field, List<Value>> counted = new EnumMap<>(Field.class);

    public Occurrences(List<Row> rows, ServiceNames names) {
        this.rows = rows;
        this.names = names;
    }

    /**
     * A value that occurs.
     *
     * @param text     as one would ask for it, without quotes
     * @param note     what a port is registered for, or which process has a pid; empty where there is nothing to say
     * @param sockets  how many open sockets have it
     */
    record Value(String text, String note, int sockets) {}

    /** Counts values, each once a socket. */
    private static final class Tally {

        private final Map<String, int[]> counts = new HashMap<>();
        private final Map<String, String> notes = new HashMap<>();
        private final Set<String> ofThis = new HashSet<>(4);

        void next() {
            ofThis.clear();
        }

        void add(String text, String note) {
            if (!text.isBlank() && ofThis.add(text)) {
                counts.computeIfAbsent(text, _ -> new int[1])[0]++;
                notes.putIfAbsent(text, note);
            }
        }

        /** A text field takes no signs that can't be seen, so names that hold some can't be asked for whole. */
        List<Value> values() {
            List<Value> values = new ArrayList<>(counts.size());
            counts.forEach((text, count) -> {
                if (Visible.of(text).equals(text)) {
                    values.add(new Value(text, notes.getOrDefault(text, ""), count[0]));
                }
            });
            values.sort(Comparator.comparingInt((Value value) -> -value.sockets()).thenComparing(value -> value.text().length())
                    .thenComparing(Value::text));
            return values;
        }
    }

    /** The values of a field, those of most sockets first; empty for a field that is not asked by value. */
    List<Value> of(Field field) {
        return counted.computeIfAbsent(field, this::count);
    }

    private List<Value> count(Field field) {
        Tally tally = new Tally();
        for (Row row : rows) {
            if (!row.isClosed()) {
                tally.next();
                add(field, row, tally);
            }
        }
        return tally.values();
    }

    private void add(Field field, Row row, Tally tally) {
        switch (field) {
            case PORT, LPORT, RPORT -> ends(field.side(), row.socket(), end -> port(row.socket().protocol(), end.port(), tally));
            case ADDR, LADDR, RADDR -> ends(field.side(), row.socket(), end -> tally.add(address(end), ""));
            case PROTO -> tally.add(word(row.socket().protocol()), "");
            case STATE -> tally.add(word(row.socket().state()), "");
            case PROCESS, PID, SERVICE, CONTAINER -> owner(field, row.live().owner(), tally);
            case USER -> {
                user(row.socket().user(), tally);
                owner(field, row.live().owner(), tally);
            }
            case CMD, IS, RATE, RTT, AGE, IDLE, RETRANS, TIME -> {
                // Command lines are long and hold secrets; the others have no values of their own.
            }
        }
    }

    private static void ends(Side side, Socket socket, Consumer<Endpoint> each) {
        if (side != Side.REMOTE) {
            each.accept(socket.local());
        }
        if (side != Side.LOCAL && socket.hasPeer()) {
            each.accept(socket.remote());
        }
    }

    private void port(Protocol protocol, int port, Tally tally) {
        if (port != 0) {
            tally.add(Integer.toString(port), names.name(protocol, port).orElse(""));
        }
    }

    private static String address(Endpoint end) {
        return end.scope().isEmpty() ? end.address().toString() : end.address() + "%" + end.scope();
    }

    private static void owner(Field field, Owner owner, Tally tally) {
        switch (owner) {
            case Owner.Processes(List<ProcessFacts> holders) -> holders.forEach(holder -> holder(field, holder, tally));
            case Owner.Service(Belonging belonging, User user) -> {
                belonging(field, belonging, tally);
                ifUser(field, user, tally);
            }
            case Owner.UserOnly(User user) -> ifUser(field, user, tally);
            case Owner.Kernel _ -> {
                if (field == Field.PROCESS) {
                    tally.add("kernel", "");
                }
            }
            case Owner.Unknown _ -> {
                // Nobody to name.
            }
        }
    }

    private static void holder(Field field, ProcessFacts holder, Tally tally) {
        if (field == Field.PROCESS) {
            tally.add(holder.name(), "");
        } else if (field == Field.PID) {
            tally.add(Long.toString(holder.id().pid()), holder.name());
        }
        belonging(field, holder.belongsTo(), tally);
        ifUser(field, holder.user(), tally);
    }

    private static void belonging(Field field, @Nullable Belonging belonging, Tally tally) {
        if (field == Field.SERVICE && belonging instanceof Belonging.Unit(String name, _)) {
            tally.add(name, "");
        } else if (field == Field.CONTAINER && belonging instanceof Belonging.Container(String name, String runtime)) {
            tally.add(name, runtime);
        }
    }

    private static void ifUser(Field field, @Nullable User user, Tally tally) {
        if (field == Field.USER) {
            user(user, tally);
        }
    }

    private static void user(@Nullable User user, Tally tally) {
        if (user != null) {
            tally.add(user.name(), "");
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
