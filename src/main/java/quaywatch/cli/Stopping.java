package quaywatch.cli;

import java.util.List;
import java.util.Optional;

import quaywatch.control.StopSeries.Part;
import quaywatch.control.StopTools;
import quaywatch.control.Stoppable;
import quaywatch.control.words.PlanWords;
import quaywatch.text.Visible;

/** What all commands that stop something have in common: who is asked, and how it is carried out before their eyes. */
final class Stopping {

    private final Console console;
    private final Terminal terminal;
    private final StopWishes wishes;
    private final PlanWords plans;

    Stopping(Console console, Terminal terminal, StopWishes wishes) {
        this.console = console;
        this.terminal = terminal;
        this.wishes = wishes;
        this.plans = new PlanWords(console.words());
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

    /** Tells a plan, line by line, with a gap after it. */
    void tell(List<String> plan) {
        plan.forEach(console.out()::println);
        console.out().println();
    }

    /**
     * Asks unless nobody is to be asked; says so if nothing is done.
     *
     * @param chosen  what it is about, not empty: if one of them warns, an empty answer is a no
     */
    boolean agreed(List<? extends Stoppable> chosen) {
        terminal.onInterrupt(() -> {});
        if (wishes.yes() || confirmed(question(chosen), chosen.stream().noneMatch(Stoppable::cancelIsDefault))) {
            return true;
        }
        console.out().println(console.words().get("cli.stop.nothing"));
        return false;
    }

    private String question(List<? extends Stoppable> chosen) {
        return chosen.size() == 1 ? plans.button(chosen.getFirst()) + "?" : console.words().get("cli.stop.all", chosen.size());
    }

    /** {@code [Y/n]}: true without an answer only where {@code usual} is yes; the end of the input is a no. */
    private boolean confirmed(String question, boolean usual) {
        console.out().print(console.words().get(usual ? "cli.confirm.yes" : "cli.confirm.no", question) + " ");
        console.out().flush();
        Optional<String> answer = terminal.answer();
        return answer.isPresent() && StopTalk.agrees(answer.get(), usual);
    }

    /** Carries the plans out one after the other and tells each step; one part for each. */
    <P extends Stoppable> List<Part<P>> carryOut(StopTools tools, List<P> chosen) {
        var series = tools.series(chosen);
        terminal.onInterrupt(series::cancel);
        StopTalk talk = new StopTalk(console, terminal, wishes, chosen);
        return series.run((plan, progress) -> talk.report(series, plan, progress));
    }
}
