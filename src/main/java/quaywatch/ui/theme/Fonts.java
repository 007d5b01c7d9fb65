package quaywatch.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** Loads the shipped fonts. Each weight is a family of its own: JavaFX knows only normal and bold of a family. */
public final class Fonts {

    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "JetBrainsMonoNL-Regular.ttf",
            "JetBrainsMonoNL-SemiBold.ttf");

    private Fonts() {}

    /**
     * Makes the families known to the toolkit; to be called once, before the first scene. Reads from the jar. False where the toolkit takes not all
     * of them: it needs a megabyte among the temporary files. Fonts of the system then stand in.
     */
    public static boolean load() {
        boolean all = true;
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/quaywatch/fonts/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("the font " + file + " is missing from the program");
                }
                all &= Font.loadFont(in, 13) != null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
