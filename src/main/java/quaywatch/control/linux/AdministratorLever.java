package quaywatch.control.linux;

import quaywatch.control.Lever;
import quaywatch.control.Outcome.Refusal;
import quaywatch.control.Target;
import quaywatch.model.Socket;

/**
 * Signals that an administrator agrees to, one by one. The process is held and told by its start time here too; whether it holds the socket is
 * hidden from us, and for the helper to check.
 */
final class AdministratorLever implements Lever {

    private final LinuxLever own;
    private final Administrator administrator;

    AdministratorLever(LinuxLever own, Administrator administrator) {
        this.own = own;
        this.administrator = administrator;
    }

    @Override
    public Hold take(Target target) {
        Socket socket = target.socket();
        if (socket == null || socket.cookie() == 0) {
            return new Hold.Refused(Refusal.SOCKET_NOT_IDENTIFIED);
        }
        return own.take(target, process -> new Hold.Held(new ConsentedGrip(process, administrator, target.holder().id(), socket.cookie())));
    }
}
