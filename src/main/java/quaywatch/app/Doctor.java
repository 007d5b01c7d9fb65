package quaywatch.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import quaywatch.cli.Diagnosis;
import quaywatch.cli.SourceChoice;
import quaywatch.collect.SocketEvents;
import quaywatch.collect.SocketSample;
import quaywatch.collect.SocketSource;
import quaywatch.collect.SourceException;
import quaywatch.model.HostFacts;
import quaywatch.model.SourceReport;

/** Tries everything that Quaywatch depends on. */
final class Doctor {

    private final Machines machines;

    Doctor(Machines machines) {
        this.machines = machines;
    }

    Diagnosis examine(SourceChoice choice) {
        Machine machine = machines.of(choice);
        HostFacts host = machine.host().read();
        List<Diagnosis.Source> sources = new ArrayList<>();
        machines.each(choice).forEach(source -> sources.add(look(source)));
        return new Diagnosis(sources, tellsEnds(machine), machines.user(), host.system(), host.kernel(),
                System.getProperty("java.runtime.version", ""), javafx(), display());
    }

    private static Diagnosis.Source look(SocketSource source) {
        try (source) {
            SocketSample sample = source.sample();
            return new Diagnosis.Source(sample.sightings().size(), sample.report());
        } catch (SourceException e) {
            SourceReport.Trouble trouble = new SourceReport.Trouble(source.name(), String.valueOf(e.getMessage()));
            return new Diagnosis.Source(0, new SourceReport(source.name(), java.time.Duration.ZERO, 0, 0, false, List.of(trouble)));
        }
    }

    private static boolean tellsEnds(Machine machine) {
        try (SocketEvents events = machine.events().get()) {
            events.start();
            return events.tells();
        }
    }

    /** From the manifest, without starting the toolkit. */
    private static Optional<String> javafx() {
        return Optional.ofNullable(javafx.beans.Observable.class.getPackage().getImplementationVersion())
                .or(() -> Optional.ofNullable(javafx.beans.Observable.class.getProtectionDomain().getCodeSource())
                        .map(code -> code.getLocation().getPath().replaceAll(".*javafx-base-([0-9.]+\\d).*", "$1")));
    }

    private static Optional<String> display() {
        return Optional.ofNullable(System.getenv("WAYLAND_DISPLAY")).filter(text -> !text.isEmpty())
                .or(() -> Optional.ofNullable(System.getenv("DISPLAY")).filter(text -> !text.isEmpty()));
    }
}
