package quaywatch.view;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Endpoint;
import quaywatch.model.Owner;
import quaywatch.model.PortClass;
import quaywatch.model.Row;
import quaywatch.model.User;

/** What to ask for to see more lines like this one. Null where a cell stands for nothing one could ask. */
final class Filters {

    private Filters() {}

    static @Nullable Filter owner(Entry line) {
        return switch (line.owner()) {
            case Owner.Processes processes -> of("process", processes.first().name());
            case Owner.Service(var belonging, _) -> belonging(belonging);
            case Owner.UserOnly(var user) -> of("user", user.name());
            case Owner.Kernel _ -> of("process", "kernel");
            case Owner.Unknown _ -> of("is", "hidden");
        };
    }

    static @Nullable Filter pid(Entry line) {
        Long pid = OwnerText.pidValue(line.owner());
        return pid == null ? null : of("pid", pid.toString());
    }

    static @Nullable Filter number(String field, int number) {
        return of(field, Integer.toString(number));
    }

    static @Nullable Filter protocol(SocketLine line) {
        return of("proto", line.socket().protocol().name().toLowerCase(Locale.ROOT));
    }

    static @Nullable Filter state(SocketLine line) {
        return of("state", line.socket().state().name().toLowerCase(Locale.ROOT));
    }

    static @Nullable Filter exposure(SocketLine line) {
        if (!line.socket().holdsPort()) {
            return null;
        }
        return switch (line.socket().exposure()) {
            case THIS_MACHINE -> of("is", "loopback");
            case ONE_ADDRESS, EVERY_INTERFACE -> of("is", "exposed");
            case NAMESPACE -> null;
        };
    }

    static @Nullable Filter address(String field, Endpoint end) {
        return of(field, LineText.address(end));
    }

    static @Nullable Filter belongs(Entry line) {
        Belonging belonging = line.owner().belongsTo();
        return belonging == null ? null : belonging(belonging);
    }

    static @Nullable Filter user(Entry line) {
        User user = OwnerText.user(line.row());
        return user == null ? null : of("user", user.name());
    }

    /** What all lines of a group have in common; a process is meant by its number, as others may have its name. */
    static @Nullable Filter group(GroupLine head) {
        Row example = head.example();
        Endpoint remote = example.socket().hasPeer() ? example.socket().remote() : null;
        Entry line = SocketLine.alone(example);
        return switch (head.by()) {
            case NONE -> null;
            case PROCESS -> OwnerText.pidValue(line.owner()) == null ? owner(line) : pid(line);
            case PORT_RANGE -> of("lport", PortClass.of(example.socket().local().port()).name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case LOCAL_PORT -> number("lport", example.socket().local().port());
            case REMOTE_HOST -> remote == null ? null : address("raddr", remote);
            case STATE -> of("state", example.socket().state().name().toLowerCase(Locale.ROOT));
            case USER -> user(line);
            case SERVICE -> belongs(line);
        };
    }

    private static @Nullable Filter belonging(Belonging belonging) {
        return switch (belonging) {
            case Belonging.Unit(String name, _) -> of("service", name);
            case Belonging.Container(String name, _) -> of("container", name);
            case Belonging.StartedBy _ -> null;
        };
    }

    private static @Nullable Filter of(String field, String value) {
        return value.isBlank() ? null : new Filter(field, value);
    }
}
