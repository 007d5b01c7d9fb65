package quaywatch.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

import quaywatch.control.PortAnswer;
import quaywatch.control.Reason;
import quaywatch.control.words.Line;
import quaywatch.control.words.PortAnswerWords;
import quaywatch.model.Protocol;

/** {@code why PORT}: whether the port can be bound, by binding it, and what keeps a program from it. */
final class WhyCommand {

    private static final int WIDTH = 22;

    private final Program program;
    private final Console console;
    private final PortAnswerWords words;

    WhyCommand(Program program, Console console) {
        this.program = program;
        this.console = console;
        this.words = new PortAnswerWords(console.words(), ZoneId.systemDefault());
    }

    ExitCode run(SourceChoice source, List<String> ports, Protocol protocol, boolean json) throws UsageException {
        if (source.proc() != null) {
            throw new UsageException(console.words().get("cli.whyNoTree"));
        }
        int port = new PortReader(console.words(), program::names).one(ports);
        PortAnswer answer = program.why(source, protocol, port);
        if (json) {
            json(answer);
        } else {
            text(answer);
        }
        return switch (answer.verdict()) {
            case FREE, WITH_REUSE -> ExitCode.DONE;
            case PARTLY, HELD -> ExitCode.STILL_HELD;
            case NOT_PERMITTED -> ExitCode.NOT_PERMITTED;
            case NOT_TESTED -> ExitCode.COULD_NOT_READ;
        };
    }

    private void json(PortAnswer answer) {
        try {
            new WhyJson(words).write(answer, console.out());
        } catch (IOException _) {
            // Nobody reads any more: a print writer tells of it in another way.
        }
        console.out().println();
    }

    private void text(PortAnswer answer) {
        Line verdict = words.verdict(answer);
        say(verdict.title() + ".");
        say(verdict.detail());
        head("cli.why.binds", words.tested(answer));
        answer.binds().forEach(bind -> {
            String address = words.address(bind.address());
            say("  " + address + " ".repeat(Math.max(1, WIDTH - address.length())) + words.result(bind));
        });
        if (!answer.reasons().isEmpty()) {
            head("cli.why.reasons");
            answer.reasons().forEach(reason -> reason(answer, reason));
        }
        if (!words.ruledOut(answer).isEmpty()) {
            head("cli.why.not");
            say("  " + words.ruledOut(answer));
        }
        if (!answer.instead().isEmpty()) {
            head("cli.why.instead");
            say("  " + answer.instead().stream().map(offer -> offer.port() + " " + words.offer(offer)).collect(Collectors.joining(", ")));
        }
    }

    private void reason(PortAnswer answer, Reason reason) {
        Line line = words.reason(answer, reason);
        say("  " + line.title());
        if (!line.detail().isEmpty()) {
            say("    " + line.detail());
        }
        if (!line.command().isEmpty()) {
            say("    $ " + line.command());
        }
    }

    private void head(String key, Object... values) {
        say("");
        say(values.length == 0 ? console.words().get(key) : console.words().get(key, values));
    }

    private void say(String line) {
        console.out().println(line);
    }
}
