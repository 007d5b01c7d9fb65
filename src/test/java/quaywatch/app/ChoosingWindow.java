package quaywatch.app;

import java.time.Clock;
import java.util.Locale;
import java.util.OptionalInt;

import quaywatch.cli.NoWindowException;
import quaywatch.cli.Opening;
import quaywatch.cli.SourceChoice;
import quaywatch.text.Words;
import quaywatch.ui.fx.FxThread;

/** A window, as a process of its own, in which something is chosen as soon as it is open; a line is printed right after. */
final class ChoosingWindow {

    private ChoosingWindow() {}

    public static void main(String... arguments) throws NoWindowException {
        Machine machine = new Machines(Clock.systemUTC()).of(new SourceChoice(SourceChoice.Kind.DEMO, null));
        new WindowProgram(new Words(Locale.ROOT)).run(machine, Shipped.names(), Opening.USUAL, window -> {
            window.accept(new Opening(OptionalInt.empty(), "", "history"));
            new FxThread().execute(() -> System.out.println("chosen"));
        });
    }
}
