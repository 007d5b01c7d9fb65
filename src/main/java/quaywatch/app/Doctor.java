package quaywatch.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import quaywatch.cli.Diagnosis;
import quaywatch.cli.SourceChoice;
import quaywatch.collect.SocketEvents;
import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSource;
import quaywatch.collect.SourceException;
import quaywatch.kernel.netlink.ProcessEvents;
import quaywatch.model.HostFacts;
import quaywatch.model.SourceReport;

/** Tries everything that Quaywatch depends on. */
final class Doctor {

    /** Bytes; room enough for the answer among what else is told. */
    private static final int TRIAL = 64 * 1024;

    private final Machines machines;

    Doctor(Machines machines) {
        this.machines = machines;
    }

    Diagnosis examine(SourceChoice choice) {
        Machine machine = machines.of(choice);
        HostFacts host = machine.host().read();
        List<Diagnosis.Source> sources = new ArrayList<>();
        machines.each(choice).forEach(source -> sources.add(look(source)));
        return new Diagnosis(sources, tellsEnds(machine), tellsProcesses(choice), machines.user(), consent(machine, choice), host.system(),
                host.kernel(),
                System.getProperty("java.runtime.version", ""), Toolkit.version(),
                Toolkit.display(System.getProperty("os.name", ""), System.getenv()));
    }

    private static Diagnosis.Source look(SocketSource source) {
        try (source) {
            SocketSample sample = source.sample();
            return new Diagnosis.Source(sample.sightings().size(), sample.report());
        } catch (SourceException e) {
            SourceReport.Trouble trouble = new SourceReport.Trouble(source.name(), String.valueOf(e.getMessage()));
            return new Diagnosis.Source(0, new SourceReport(source.name(), Duration.ZERO, 0, 0, false, List.of(trouble)));
        }
    }

    private static boolean tellsEnds(Machine machine) {
        try (SocketEvents events = machine.events().get()) {
            events.start();
            return events.tells();
        }
    }

    private Diagnosis.Consent consent(Machine machine, SourceChoice choice) {
        if (machines.user().filter(who -> who.uid() == 0).isPresent()) {
            return Diagnosis.Consent.NOT_NEEDED;
        }
        if (machine.lever().administrators().isPresent()) {
            return Diagnosis.Consent.CAN_BE_ASKED;
        }
        return Machines.asksKernel(choice) ? Diagnosis.Consent.NOT_INSTALLED : Diagnosis.Consent.NOT_HERE;
    }

    private static Diagnosis.ProcessNews tellsProcesses(SourceChoice choice) {
        if (!Machines.asksKernel(choice)) {
            return new Diagnosis.ProcessNews.NotAsked();
        }
        return switch (ProcessEvents.open(TRIAL)) {
            case ProcessEvents.Opened(var events) -> {
                events.close();
                yield new Diagnosis.ProcessNews.Told();
            }
            case ProcessEvents.Refused(var access) -> new Diagnosis.ProcessNews.Refused(access.words());
            case ProcessEvents.Unanswered() -> new Diagnosis.ProcessNews.Unanswered();
        };
    }
}
