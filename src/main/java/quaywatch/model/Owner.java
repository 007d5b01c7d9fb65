package quaywatch.model;

import java.util.List;

/** Who holds a socket. How sure that is stands apart, in {@link Evidence}. */
public sealed interface Owner {

    /** One process or several: pre-fork servers share a socket. In order of pid, never empty. */
    record Processes(List<ProcessFacts> holders) implements Owner {

        public Processes {
            holders = List.copyOf(holders);
            if (holders.isEmpty()) {
                throw new IllegalArgumentException("an owner of no process is Unknown");
            }
        }

        /** The holder to name first: the one that started first, as far as pids tell. */
        public ProcessFacts first() {
            return holders.getFirst();
        }
    }

    /** The unit or container is known from the socket's cgroup, its processes are hidden. */
    record Service(Belonging belonging, User user) implements Owner {}

    /** Only the user is known: the processes of other users are hidden from us. */
    record UserOnly(User user) implements Owner {}

    /** The kernel itself holds the socket (WireGuard, NFS); there is no process. */
    record Kernel() implements Owner {}

    /** Nobody can be named. */
    record Unknown(Reason reason) implements Owner {}

    /** Why an owner can't be named. */
    enum Reason {
        /** The kernel forgets the owner of TIME_WAIT and closing sockets, and we never saw it. */
        FORGOTTEN,
        /** No process we may look into holds it. */
        NOT_FOUND,
        /** The source tells no owners. */
        NOT_TOLD,
        /** It lives in a namespace we can't look into. */
        OTHER_NAMESPACE
    }
}
