package quaywatch.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Who holds a socket. How sure that is stands apart, in {@link Evidence}. */
public sealed interface Owner {

    /** The word for this kind in data: {@code processes}, {@code service}, {@code user}, {@code kernel}, {@code unknown}. */
    String kind();

    /** What the owner belongs to; null where that is not known. */
    default @Nullable Belonging belongsTo() {
        return null;
    }

    /** Whose it is; null where that is not known. */
    default @Nullable User user() {
        return null;
    }

    /** One process or several: pre-fork servers share a socket. In order of pid, never empty. */
    record Processes(List<ProcessFacts> holders) implements Owner {

        public Processes {
            holders = List.copyOf(holders);
            if (holders.isEmpty()) {
                throw new IllegalArgumentException("an owner of no process is Unknown");
            }
        }

        @Override
        public String kind() {
            return "processes";
        }

        @Override
        public @Nullable Belonging belongsTo() {
            return first().belongsTo();
        }

        @Override
        public @Nullable User user() {
            return first().user();
        }

        /** The holder to name first: the one that started first, as far as pids tell. */
        public ProcessFacts first() {
            return holders.getFirst();
        }
    }

    /** The unit or container is known from the socket's cgroup, its processes are hidden. */
    record Service(Belonging belonging, User user) implements Owner {
        @Override
        public String kind() {
            return "service";
        }

        @Override
        public Belonging belongsTo() {
            return belonging;
        }
    }

    /** Only the user is known: the processes of other users are hidden from us. */
    record UserOnly(User user) implements Owner {
        @Override
        public String kind() {
            return "user";
        }
    }

    /** The kernel itself holds the socket (WireGuard, NFS); there is no process. */
    record Kernel() implements Owner {
        @Override
        public String kind() {
            return "kernel";
        }
    }

    /** Nobody can be named. */
    record Unknown(Reason reason) implements Owner {
        @Override
        public String kind() {
            return "unknown";
        }
    }

    /** Why an owner can't be named. */
    enum Reason {
        /** The kernel forgets the owner of TIME_WAIT and closing sockets, and we never saw it. */
        FORGOTTEN,
        /** It opened and closed between two looks. */
        SHORT_LIVED,
        /** No process we may look into holds it. */
        NOT_FOUND,
        /** The source tells no owners. */
        NOT_TOLD,
        /** It lives in a namespace we can't look into. */
        OTHER_NAMESPACE
    }
}
