package quaywatch.ui.export;

import java.nio.file.Path;
import java.util.Optional;

import quaywatch.view.Export;

/** Asks the user for the file to write to. */
@FunctionalInterface
public interface SaveDialog {

    /**
     * Asks, and waits for the answer; FX thread. Whoever names a file that exists has been asked whether it may be replaced.
     *
     * @param name    the name that is offered
     * @param format  what the file will hold
     * @return empty if the user would rather not
     * @throws java.nio.file.InvalidPathException if Java can't name that file: where no language is set, it knows no letters beyond ASCII
     */
    Optional<Path> ask(String name, Export.Format format);
}
