package quaywatch.control.linux;

import quaywatch.kernel.BootClock;
import quaywatch.kernel.Glance;
import quaywatch.kernel.Glances;
import quaywatch.kernel.Users;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;

/** Turns what was seen of a process into the facts that the rest of the program knows it by. */
final class Faces {

    private final Glances glances;
    private final Users users;
    private final BootClock boot;

    Faces(Glances glances, Users users, BootClock boot) {
        this.glances = glances;
        this.users = users;
        this.boot = boot;
    }

    ProcessFacts of(Glance seen) {
        var uid = glances.uid(seen.pid());
        return new ProcessFacts(new ProcessId(seen.pid(), seen.start()), seen.parent(), seen.name(), String.join(" ", seen.arguments()),
                seen.executable(), seen.directory(), uid.isPresent() ? users.of(uid.getAsLong()) : null, boot.at(seen.start()).orElse(null),
                null);
    }
}
