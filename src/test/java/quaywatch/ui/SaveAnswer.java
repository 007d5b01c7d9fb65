package quaywatch.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.ui.export.SaveDialog;
import quaywatch.view.Export;

/** Answers in place of the user which file to write. */
final class SaveAnswer implements SaveDialog {

    private final List<String> offered = new ArrayList<>();
    private @Nullable Path file;

    /** From now on; null for "rather not". */
    void with(@Nullable Path newFile) {
        file = newFile;
    }

    /** The names that were offered. */
    List<String> offered() {
        return offered;
    }

    @Override
    public Optional<Path> ask(String name, Export.Format format) {
        offered.add(name);
        return Optional.ofNullable(file);
    }
}
