package quaywatch.settings;

import java.nio.file.Path;

import quaywatch.text.Visible;
import quaywatch.text.Words;

/** Something about the settings file that the user should know: what happened and what to do. Never a reason to stop. */
public sealed interface Notice {

    /** There is no home folder, so nothing is kept. */
    record NoHome() implements Notice {}

    /** A value can't be used; its default is. */
    record BadValue(String key, String value) implements Notice {}

    /** The file is no settings file; the defaults are used, and what it was is kept at {@code aside}. */
    record BrokenFile(Path aside) implements Notice {}

    /** The system does not let us read the file; it is left alone, so nothing is kept. */
    record CanNotRead(Path file, String cause) implements Notice {}

    /** The system does not let us write the file. */
    record CanNotSave(Path file, String cause) implements Notice {}

    /** The notice as a sentence or two, safe to show. */
    default String sentence(Words words) {
        return switch (this) {
            case NoHome _ -> words.get("settings.noHome");
            case BadValue(String key, String value) ->
                words.get("settings.badValue", Visible.shortened(key, 80), Visible.shortened(value, 80));
            case BrokenFile(Path aside) -> words.get("settings.brokenFile", Visible.of(aside.toString()));
            case CanNotRead(Path file, String cause) -> words.get("settings.canNotRead", Visible.of(file.toString()), Visible.of(cause));
            case CanNotSave(Path file, String cause) -> words.get("settings.canNotSave", Visible.of(file.toString()), Visible.of(cause));
        };
    }
}
