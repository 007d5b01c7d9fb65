package quaywatch.view;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Address;
import quaywatch.model.Belonging;
import quaywatch.model.Endpoint;
import quaywatch.model.Owner;
import quaywatch.model.PortClass;
import quaywatch.model.Socket;
import quaywatch.model.User;

/** What a line shares with the others of its group: an object that is equal for all of them. */
final class GroupId {

    /** Stands for the lines that lack what the grouping asks for. */
    enum Lacking {
        LACKING
    }

    private GroupId() {}

    static Object of(Grouping by, Entry line) {
        Socket socket = line.row().socket();
        return switch (by) {
            case NONE -> Lacking.LACKING;
            case PROCESS -> process(line.owner());
            case PORT_RANGE -> PortClass.of(socket.local().port());
            case LOCAL_PORT -> socket.local().port();
            case REMOTE_HOST -> socket.hasPeer() ? host(socket.remote()) : Lacking.LACKING;
            case STATE -> socket.state();
            case USER -> orLacking(OwnerText.user(line.row()));
            case SERVICE -> service(line.owner());
        };
    }

    static Object process(Owner owner) {
        return switch (owner) {
            case Owner.Processes processes -> processes.first().id();
            case Owner.Service _,Owner.UserOnly _,Owner.Kernel _ -> owner;
            case Owner.Unknown _ -> Lacking.LACKING;
        };
    }

    /** A unit or a container; a starting command is neither. */
    static Object service(Owner owner) {
        Belonging belonging = owner.belongsTo();
        return belonging == null || belonging instanceof Belonging.StartedBy ? Lacking.LACKING : belonging;
    }

    private static Object host(Endpoint end) {
        Address plain = end.address().unmapped();
        return end.scope().isEmpty() ? plain : new Endpoint(plain, end.scope(), 0);
    }

    private static Object orLacking(@Nullable User user) {
        return user == null ? Lacking.LACKING : user;
    }
}
