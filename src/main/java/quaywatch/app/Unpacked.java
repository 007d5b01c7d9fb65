package quaywatch.app;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.sun.glass.utils.NativeLibLoader;
import com.sun.javafx.runtime.VersionInfo;
import org.jspecify.annotations.Nullable;

/** The native libraries of the toolkit, as an earlier start has unpacked them. */
final class Unpacked {

    /** Those that a window needs, as the jar has them for its system. */
    private static final List<String> NAMES = List.of("glass", "glassgtk3", "prism_sw", "javafx_font", "javafx_font_freetype",
            "javafx_font_pango");

    private Unpacked() {}

    /** Whether all of them are there and whole, where the toolkit looks for them in a home. */
    static boolean in(Path home) {
        Path folder = folder(home);
        return NAMES.stream().map(System::mapLibraryName).allMatch(name -> isWhole(shipped(name), folder.resolve(name)));
    }

    /** Where the toolkit puts them. */
    static Path folder(Path home) {
        return home.resolve(".openjfx").resolve("cache").resolve(VersionInfo.getRuntimeVersion()).resolve(System.getProperty("os.arch"));
    }

    private static @Nullable URL shipped(String name) {
        return NativeLibLoader.class.getResource("/" + name);
    }

    /** A disk that was full at the time leaves a part of one. */
    private static boolean isWhole(@Nullable URL shipped, Path file) {
        try {
            return shipped == null || Files.size(file) == shipped.openConnection().getContentLengthLong();
        } catch (IOException _) {
            return false;
        }
    }
}
