package quaywatch.app;

import java.time.Clock;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.stage.Window;

import quaywatch.cli.NoWindowException;
import quaywatch.cli.Opening;
import quaywatch.cli.SourceChoice;
import quaywatch.text.Words;
import quaywatch.ui.fx.FxThread;

/** A window, as a process of its own, in which something is chosen as soon as it is open; what it tells in its notices is printed right after. */
final class ChoosingWindow {

    private ChoosingWindow() {}

    public static void main(String... arguments) throws NoWindowException {
        Machine machine = new Machines(Clock.systemUTC()).of(new SourceChoice(SourceChoice.Kind.DEMO, null));
        new WindowProgram(new Words(Locale.ROOT)).run(machine, Shipped.names(), Opening.USUAL, window -> {
            window.test(new Opening(OptionalInt.empty(), "", "history"));
            new FxThread().execute(() -> System.out.println("chosen" + notices()));
        });
    }

    private static String notices() {
        StringBuilder told = new StringBuilder();
        Window.getWindows().forEach(window -> window.getScene().getRoot().lookupAll("#notices .label")
                .forEach(label -> told.append(' ').append(((Label) label).getText())));
        return told.toString();
    }
}
