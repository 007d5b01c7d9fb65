package quaywatch.cli;

import java.util.List;
import java.util.Optional;

import quaywatch.control.StopSeries.Part;
import quaywatch.control.StopTools;
import quaywatch.control.Stoppable;
import quaywatch.text.Visible;

/** What all commands that stop something have in common: who is asked, and how it is carried out before their eyes. */
final class Stopping {

    private final Console console;
    private final Terminal terminal;
    private final StopWishes wishes;

    Stopping(Console console, Terminal terminal, StopWishes wishes) {
        this.console = console;
        this.terminal = terminal;
        this.wishes = wishes;
    }

    /**
     * Wrong usage where somebody would have to be asked, and nobody can be, or where there is nothing to stop.
     *
     * @param command  its name
     * @param texts    what it was given
     */
    void check(SourceChoice source, String command, List<String> texts) throws UsageException {
        if (source.proc() != null) {
            throw new UsageException(console.words().get("cli.stopNoTree"));
        }
        if (!wishes.yes() && !wishes.dryRun() && (wishes.json() || !terminal.attended())) {
            throw new UsageException(console.words().get(wishes.json() ? "cli.stopNeedsYes.json" : "cli.stopNeedsYes",
                    command + " " + Visible.shortened(String.join(" ", texts), Console.MOST)));
        }
    }

    /**
     * Asks unless nobody is to be asked; says so if nothing is done.
     *
     * @param question  what is asked
     * @param plans     what it is about: if one of them warns, an empty answer is a no
     */
    boolean agreed(String question, List<? extends Stoppable> plans) {
        terminal.onInterrupt(() -> {});
        if (wishes.yes() || confirmed(question, plans.stream().noneMatch(Stoppable::cancelIsDefault))) {
            return true;
        }
        console.out().println(console.words().get("cli.stop.nothing"));
        return false;
    }

    /** {@code [Y/n]}: true without an answer only where {@code usual} is yes; the end of the input is a no. */
    private boolean confirmed(String question, boolean usual) {
        console.out().print(console.words().get(usual ? "cli.confirm.yes" : "cli.confirm.no", question) + " ");
        console.out().flush();
        Optional<String> answer = terminal.answer();
        return answer.isPresent() && StopTalk.agrees(answer.get(), usual);
    }

    /** Carries the plans out one after the other and tells each step; one part for each. */
    <P extends Stoppable> List<Part<P>> carryOut(StopTools tools, List<P> plans) {
        var series = tools.series(plans);
        terminal.onInterrupt(series::cancel);
        StopTalk talk = new StopTalk(console, terminal, wishes, plans);
        return series.run((plan, progress) -> talk.report(series, plan, progress));
    }
}
