package quaywatch.view;

import java.util.Comparator;
import java.util.Locale;

import quaywatch.model.Address;
import quaywatch.model.Belonging;
import quaywatch.model.Endpoint;
import quaywatch.model.Owner;
import quaywatch.model.PortClass;
import quaywatch.model.ProcessFacts;
import quaywatch.model.SocketState;
import quaywatch.model.User;

/**
 * Where a group stands among the groups of its grouping.
 *
 * @param rank     what can be named first, what can't last
 * @param text     then by name, in one case
 * @param number   then by number
 * @param address  then by address
 * @param tie      then by all that tells two groups apart
 */
record GroupPlace(int rank, String text, long number, Address address, String tie) implements Comparable<GroupPlace> {

    private static final int NAMED = 0;
    private static final int KERNEL = 1;
    private static final int HIDDEN = 2;
    private static final int LACKING = 3;
    private static final Comparator<GroupPlace> ORDER = Comparator.comparingInt(GroupPlace::rank).thenComparing(GroupPlace::text)
            .thenComparingLong(GroupPlace::number).thenComparing(GroupPlace::address).thenComparing(GroupPlace::tie);

    static GroupPlace of(Object id, Entry example) {
        return switch (id) {
            case GroupId.Lacking _ -> place(LACKING, "", 0, id);
            case PortClass range -> place(NAMED, "", range.ordinal(), id);
            case SocketState state -> place(NAMED, "", state.ordinal(), id);
            case Integer port -> place(NAMED, "", port, id);
            case Address address -> new GroupPlace(NAMED, "", 0, address, "");
            case Endpoint end -> new GroupPlace(NAMED, "", 0, end.address(), end.scope());
            case User user -> place(NAMED, user.name(), user.uid(), id);
            case Belonging belonging -> place(NAMED, belonging.name(), 0, id);
            case Owner owner -> owner(owner, id);
            default -> process(example, id);
        };
    }

    private static GroupPlace process(Entry example, Object id) {
        ProcessFacts first = OwnerText.first(example.owner());
        return first == null ? place(LACKING, "", 0, id) : place(NAMED, first.name(), first.id().pid(), id);
    }

    private static GroupPlace owner(Owner owner, Object id) {
        return switch (owner) {
            case Owner.Service(var belonging, _) -> place(NAMED, belonging.name(), 0, id);
            case Owner.Kernel _ -> place(KERNEL, "", 0, id);
            case Owner.UserOnly(var user) -> place(HIDDEN, user.name(), user.uid(), id);
            case Owner.Processes _,Owner.Unknown _ -> place(LACKING, "", 0, id);
        };
    }

    private static GroupPlace place(int rank, String text, long number, Object id) {
        return new GroupPlace(rank, text.toLowerCase(Locale.ROOT), number, Address.ANY_V4, id.toString());
    }

    @Override
    public int compareTo(GroupPlace other) {
        return ORDER.compare(this, other);
    }
}
