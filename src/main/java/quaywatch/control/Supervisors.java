package quaywatch.control;

import java.util.List;

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
}
