package quaywatch.control;

import java.util.List;

import org.jspecify.annotations.Nullable;

import quaywatch.model.ProcessFacts;

/**
 * What is known about who looks after the holders of a port.
 *
 * @param causes    what would start them again, the nearest first
 * @param service   the unit or container to stop instead of them; null where there is none
 * @param children  processes below the holders that do not hold the socket, as far as they can be seen
 * @param parent    the parent of the topmost holder; null where it is the first process or not known
 */
public record Supervision(List<Cause> causes, @Nullable Service service, List<ProcessFacts> children, @Nullable ProcessFacts parent) {

    /** Nothing is known, or nobody does. */
    public static final Supervision NONE = new Supervision(List.of(), null, List.of(), null);

    public Supervision {
        causes = List.copyOf(causes);
        children = List.copyOf(children);
    }
}
