package quaywatch.control;

import java.util.List;

import quaywatch.model.Belonging;
import quaywatch.model.Owner;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Socket;

/** Finds out who would start the holders of a port again. Asks the machine anew; may block for seconds, so never on the FX thread. */
public interface Supervisors {

    /** Knows nobody. */
    Supervisors NONE = (_, _) -> Supervision.NONE;

    /**
     * Looks after these processes.
     *
     * @param socket   what they hold
     * @param holders  all that are known; empty where they are hidden
     */
    Supervision of(Socket socket, List<ProcessFacts> holders);

    /** Looks after the service whose processes are hidden from us. */
    default Supervision hidden(Socket socket, Belonging belonging) {
        return Supervision.NONE;
    }

    /** Looks after one process, whatever it holds. */
    default Supervision of(ProcessFacts process) {
        return Supervision.NONE;
    }

    /** Looks after whoever holds the socket. */
    default Supervision of(Socket socket, Owner owner) {
        return switch (owner) {
            case Owner.Processes(List<ProcessFacts> holders) -> of(socket, holders);
            case Owner.Service(Belonging belonging, _) -> hidden(socket, belonging);
            case Owner.UserOnly _,Owner.Kernel _,Owner.Unknown _ -> of(socket, List.of());
        };
    }
}
