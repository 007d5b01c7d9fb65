package quaywatch.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.Font;

import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Loads the shipped fonts. Each weight is a family of its own: JavaFX knows only normal and bold of a family. */
public final class Fonts {

    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "JetBrainsMonoNL-Regular.ttf",
            "JetBrainsMonoNL-SemiBold.ttf");
    private static final double ANY_SIZE = 13;

    private Fonts() {}

    /**
     * Makes the families known to the toolkit; to be called once, before the first scene. False where the toolkit takes not all of them: what it
     * reads from a jar it copies first, for which it needs a megabyte or two among the temporary files. Fonts of the system then stand in, and
     * boxes for icons.
     *
     * @param folder  where a package has them as files; those that are not there are read from the jar
     */
    public static boolean load(Optional<Path> folder) {
        boolean all = true;
        for (String name : FILES) {
            Optional<Path> file = folder.map(each -> each.resolve(name)).filter(Files::isReadable);
            all &= file.isPresent() ? isTaken(file.get()) : isTaken(name);
        }
        return all & iconsHave();
    }

    /** Icons get theirs from Ikonli, which has one handler for each letter and one font for all of them, out of a jar. */
    private static boolean iconsHave() {
        return IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance()).resolve(MaterialDesignM.MAGNIFY.getDescription())
                .getFont() != null;
    }

    /** The toolkit opens the file that the address names if nothing in it is quoted; a path with a # it does not understand. */
    private static boolean isTaken(Path file) {
        if (Font.loadFont("file:" + file, ANY_SIZE) != null) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Font.loadFont(in, ANY_SIZE) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTaken(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream("/quaywatch/fonts/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the font " + name + " is missing from the program");
            }
            return Font.loadFont(in, ANY_SIZE) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
