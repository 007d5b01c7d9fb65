package quaywatch.ui.theme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Loads the fonts of the folder that its argument names; says whether all were taken, and how many temporary files that left while it runs. */
final class LoadedFonts {

    private LoadedFonts() {}

    public static void main(String[] args) throws IOException {
        boolean all = Fonts.load(Optional.of(Path.of(args[0])));
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            System.out.println(all + " " + temporary.filter(Files::isRegularFile).count());
        }
    }
}
