package quaywatch.cli;

import java.util.ArrayList;
import java.util.List;

import quaywatch.model.SourceReport.Trouble;
import quaywatch.model.User;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/** {@code doctor}: what Quaywatch can and can't do on this machine, and why. */
final class DoctorCommand {

    private final Console console;
    private final Words words;

    DoctorCommand(Console console) {
        this.console = console;
        this.words = console.words();
    }

    ExitCode run(Diagnosis found, String version) {
        line("cli.doctor.program", versions(found, version));
        line("cli.doctor.system", found.kernel().isEmpty()
                ? Visible.of(found.system())
                : words.get("cli.doctor.kernel", Visible.of(found.system()), Visible.of(found.kernel())));
        line("cli.doctor.user", found.user().map(this::user).orElse(words.get("cli.doctor.noUser")));
        line("cli.doctor.rights", words.of("cli.doctor.consent", found.consent()));
        line("cli.doctor.display", display(found.display()));
        boolean inUse = false;
        for (Diagnosis.Source source : found.sources()) {
            String role = !source.works() ? "cli.doctor.broken" : inUse ? "cli.doctor.spare" : "cli.doctor.inUse";
            line("cli.doctor.source", words.get(role, source(source)));
            inUse |= source.works();
        }
        line("cli.doctor.events", words.get(found.endsTold() ? "cli.doctor.endsTold" : "cli.doctor.endsNotTold"));
        line("cli.doctor.processes", processes(found.processes()));
        return inUse ? ExitCode.DONE : ExitCode.COULD_NOT_READ;
    }

    private String display(Diagnosis.Display display) {
        return switch (display) {
            case Diagnosis.Display.Named(String name) -> Visible.of(name);
            case Diagnosis.Display.OfDesktop() -> words.get("cli.doctor.desktop");
            case Diagnosis.Display.None() -> words.get("cli.doctor.noDisplay");
        };
    }

    private String processes(Diagnosis.ProcessNews news) {
        return switch (news) {
            case Diagnosis.ProcessNews.Told() -> words.get("cli.doctor.processesTold");
            case Diagnosis.ProcessNews.Refused(String cause) -> words.get("cli.doctor.processesRefused", Visible.of(cause));
            case Diagnosis.ProcessNews.Unanswered() -> words.get("cli.doctor.processesUnanswered");
            case Diagnosis.ProcessNews.NotAsked() -> words.get("cli.doctor.processesNotAsked");
        };
    }

    private String user(User user) {
        return words.get(user.uid() == 0 ? "cli.doctor.root" : "cli.doctor.notRoot", Visible.of(user.name()));
    }

    private String versions(Diagnosis found, String version) {
        return words.get("cli.doctor.versions", version, Visible.of(found.java()),
                found.javafx().map(fx -> words.get("cli.doctor.javafx", Visible.of(fx))).orElse(words.get("cli.doctor.noJavaFx")));
    }

    private String source(Diagnosis.Source source) {
        String name = Visible.of(source.report().source());
        List<String> parts = new ArrayList<>();
        if (source.works()) {
            parts.add(words.get("cli.doctor.works", name, source.sockets(), source.report().cost().toMillis()));
        } else {
            parts.add(words.get("cli.doctor.fails", name));
        }
        if (source.report().hiddenProcesses() > 0) {
            parts.add(words.get("cli.doctor.hidden", source.report().hiddenProcesses()));
        }
        if (source.report().oddLines() > 0) {
            parts.add(words.get("cli.doctor.odd", source.report().oddLines()));
        }
        for (Trouble trouble : source.report().troubles()) {
            parts.add(trouble.source().equals(source.report().source())
                    ? Visible.of(trouble.cause())
                    : words.get("cli.doctor.trouble", Visible.of(trouble.source()), Visible.of(trouble.cause())));
        }
        return String.join("; ", parts);
    }

    private void line(String titleKey, String text) {
        String title = words.get(titleKey);
        console.out().println(title + " ".repeat(Math.max(1, 10 - title.length())) + text);
    }
}
