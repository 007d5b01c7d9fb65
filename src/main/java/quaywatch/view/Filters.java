package quaywatch.view;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Endpoint;
import quaywatch.model.Owner;
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
