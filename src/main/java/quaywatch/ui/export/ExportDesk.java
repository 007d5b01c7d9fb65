package quaywatch.ui.export;

import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import quaywatch.view.CellText;
import quaywatch.view.Shown;

/**
 * What exporting needs of the program around it.
 *
 * @param background  makes texts and writes files
 * @param fx          the way back to the FX thread
 * @param dialog      asks for a file
 * @param zone        in which the time in the name of a file is told
 */
public record ExportDesk(Executor background, Executor fx, SaveDialog dialog, ZoneId zone) {

    /** So many lines are put into words at once; more would keep the window from drawing. */
    private static final int AT_ONCE = 1_000;

    /** Copies lines by way of {@code clipboard}, which is called on the FX thread. */
    public void copy(Shown lines, Consumer<String> clipboard) {
        if (lines.lines().size() <= AT_ONCE) {
            clipboard.accept(CellText.lines(lines));
        } else {
            background.execute(() -> {
                String text = CellText.lines(lines);
                fx.execute(() -> clipboard.accept(text));
            });
        }
    }
}
