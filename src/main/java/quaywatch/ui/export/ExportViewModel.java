package quaywatch.ui.export;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import quaywatch.text.FileTrouble;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Export;
import quaywatch.view.Figures;
import quaywatch.view.Shown;

/** What the user wants of an export, and what has become of it. No controls; FX thread only. */
public final class ExportViewModel {

    /** How much of a table. */
    public enum Extent {
        SELECTION, VIEW
    }

    /** Where a finished export is told and what has gone wrong. */
    public interface Ends {

        /** Puts text on the clipboard. */
        void copy(String text);

        /** Tells the user a sentence. */
        void notice(String sentence);
    }

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    private final Screen screen;
    private final Shown view;
    private final Shown selection;
    private final ExportDesk desk;
    private final Ends ends;
    private final ObjectProperty<Extent> extent;
    private final ObjectProperty<Export.Format> format = new SimpleObjectProperty<>(Export.Format.CSV);
    private final BooleanProperty commandLines = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");

    /**
     * @param view       all that the table shows
     * @param selection  what of it is selected
     */
    public ExportViewModel(Screen screen, Shown view, Shown selection, ExportDesk desk, Ends ends) {
        this.screen = screen;
        this.view = view;
        this.selection = selection;
        this.desk = desk;
        this.ends = ends;
        // One selected row is where the eye is; several are a wish.
        extent = new SimpleObjectProperty<>(selection.count() > 1 ? Extent.SELECTION : Extent.VIEW);
    }

    // ---- properties

    /** How many rows an extent has. */
    int rows(Extent of) {
        return shown(of).count();
    }

    ObjectProperty<Extent> extent() {
        return extent;
    }

    public ObjectProperty<Export.Format> format() {
        return format;
    }

    /** Whether command lines may be in it: asked for each export, and not unless the user says so. */
    BooleanProperty commandLines() {
        return commandLines;
    }

    /** Whether an export is under way. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What has become of the last export, in a sentence; empty before. */
    ReadOnlyStringProperty result() {
        return result.getReadOnlyProperty();
    }

    // ---- commands

    void copy() {
        Export export = export();
        Words words = export.shown().wording().words();
        begin(words);
        desk.background().execute(() -> {
            String text = export.text();
            desk.fx().execute(() -> {
                ends.copy(text);
                end(words.get("ui.export.copied", export.shown().count(), count(export)));
            });
        });
    }

    void save() {
        Export export = export();
        Words words = export.shown().wording().words();
        try {
            desk.dialog().ask(name(export), export.format()).ifPresent(file -> save(export, file));
        } catch (InvalidPathException e) {
            fail(words.get("ui.export.failed", Visible.of(e.getInput()), words.get("ui.export.noLanguage")));
        }
    }

    private void save(Export export, Path file) {
        Words words = export.shown().wording().words();
        String path = Visible.of(file.toString());
        begin(words);
        desk.background().execute(() -> {
            try {
                WholeFile.write(file, export);
                String sentence = words.get(export.isSecret() ? "ui.export.writtenSecret" : "ui.export.written", export.shown().count(),
                        count(export), path);
                desk.fx().execute(() -> end(sentence));
            } catch (IOException e) {
                String sentence = words.get("ui.export.failed", path, FileTrouble.words(e));
                desk.fx().execute(() -> fail(sentence));
            }
        });
    }

    private void begin(Words words) {
        busy.set(true);
        result.set(words.get("ui.export.busy"));
    }

    private void end(String sentence) {
        busy.set(false);
        result.set(sentence);
    }

    /** The card may be gone by now. */
    private void fail(String sentence) {
        end(sentence);
        ends.notice(sentence);
    }

    private Export export() {
        return new Export(shown(extent.get()), format.get(), commandLines.get());
    }

    private Shown shown(Extent of) {
        return of == Extent.SELECTION ? selection : view;
    }

    private static String count(Export export) {
        return Figures.count(export.shown().count());
    }

    private String name(Export export) {
        return "quaywatch-" + screen.name().toLowerCase(Locale.ROOT) + "-" + STAMP.format(view.now().atZone(desk.zone())) + "."
                + export.format().extension();
    }
}
