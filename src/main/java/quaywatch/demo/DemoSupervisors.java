package quaywatch.demo;

import java.time.Duration;
import java.util.List;

import quaywatch.control.Cause;
import quaywatch.control.Service;
import quaywatch.control.Supervision;
import quaywatch.control.Supervisors;
import quaywatch.model.Belonging;
import quaywatch.model.ProcessFacts;
import quaywatch.model.Socket;

/** Knows that the services of the made-up user are always started again. */
final class DemoSupervisors implements Supervisors {

    @Override
    public Supervision of(ProcessFacts process) {
        return of(List.of(process));
    }

    @Override
    public Supervision of(Socket socket, List<ProcessFacts> holders) {
        return of(holders);
    }

    private static Supervision of(List<ProcessFacts> holders) {
        if (!holders.isEmpty() && holders.getFirst().belongsTo() instanceof Belonging.Unit(String name, boolean user) && user) {
            return new Supervision(List.of(new Cause.Unit(name, true, "always", Duration.ofSeconds(2), holders.getFirst())),
                    new Service.Unit(name, true, List.of()), List.of(), null);
        }
        return Supervision.NONE;
    }
}
