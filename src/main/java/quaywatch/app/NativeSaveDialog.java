package quaywatch.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import quaywatch.text.Words;
import quaywatch.ui.export.SaveDialog;
import quaywatch.view.Export;

/** The desktop's own dialog for saving a file. */
final class NativeSaveDialog implements SaveDialog {

    private final Words words;
    private final Supplier<Window> window;
    private final FileChooser chooser = new FileChooser();

    /** @param window  lies below the dialog */
    NativeSaveDialog(Words words, Supplier<Window> window) {
        this.words = words;
        this.window = window;
    }

    @Override
    public Optional<Path> ask(String name, Export.Format format) {
        chooser.setTitle(words.get("ui.export.save"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(words.of("ui.export.format", format), "*." + format.extension()));
        return Optional.ofNullable(chooser.showSaveDialog(window.get())).map(File::toPath);
    }
}
