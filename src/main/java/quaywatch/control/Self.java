package quaywatch.control;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import quaywatch.model.User;

/**
 * This run of Quaywatch, as far as it matters for stopping others.
 *
 * @param pid        own process number
 * @param ancestors  numbers of the parent, its parent and so on
 * @param user       who runs it; null where not known, and then nothing is said in advance about what the system lets us
 * @param consent    whether an administrator can be asked for his consent to what the user may not do himself
 */
public record Self(long pid, Set<Long> ancestors, @Nullable User user, boolean consent) {

    public Self {
        ancestors = Set.copyOf(ancestors);
    }

    /** Where nobody can be asked. */
    public Self(long pid, Set<Long> ancestors, @Nullable User user) {
        this(pid, ancestors, user, false);
    }

    /** This process and its ancestors, as {@link ProcessHandle} tells. */
    public static Self ofThisProcess(@Nullable User user, boolean consent) {
        Set<Long> ancestors = new HashSet<>();
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        while (parent.isPresent() && ancestors.add(parent.get().pid())) {
            parent = parent.get().parent();
        }
        return new Self(ProcessHandle.current().pid(), ancestors, user, consent);
    }

    /** Whether a process of {@code other} is certainly out of reach: it is somebody else's, and we are not root. */
    boolean mayNotStop(@Nullable User other) {
        return user != null && other != null && user.uid() != 0 && user.uid() != other.uid();
    }

    boolean isOwn(@Nullable User other) {
        return user != null && other != null && user.uid() == other.uid();
    }
}
