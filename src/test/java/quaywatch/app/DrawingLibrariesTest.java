package quaywatch.app;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

import com.sun.glass.utils.NativeLibLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import quaywatch.cli.NoWindowException;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DrawingLibrariesTest {

    private static final String PLACE = "javafx.cachedir";
    private static final long ROOMY = 1L << 30;
    private static final List<String> LIBRARIES = List.of("libglass.so", "libglassgtk3.so", "libprism_sw.so", "libjavafx_font.so",
            "libjavafx_font_freetype.so", "libjavafx_font_pango.so");

    @TempDir
    Path home = Path.of("");

    @Test
    void homeThatCanBeWrittenIsLeftToTheToolkit() throws NoWindowException {
        try (DrawingLibraries _ = in(home, _ -> ROOMY)) {
            assertNull(System.getProperty(PLACE));
        }
    }

    @Test
    void homeThatIsNoneIsReplacedByAFolderThatGoesAgain() throws Exception {
        Path file = Files.createFile(home.resolve("file"));
        for (Path none : new Path[]{file, file.resolve("ann"), Path.of("?")}) {
            Path place;
            try (DrawingLibraries _ = in(none, _ -> ROOMY)) {
                place = Path.of(String.valueOf(System.getProperty(PLACE)));
                assertTrue(Files.isDirectory(place));
                Files.createFile(Files.createDirectories(place.resolve("amd64")).resolve("libglass.so"));
            }
            assertFalse(Files.exists(place));
            assertNull(System.getProperty(PLACE));
        }
    }

    @Test
    void homeOnAFullDiskIsReplacedToo() throws NoWindowException {
        Path place;
        try (DrawingLibraries _ = in(home, folder -> folder.startsWith(home) ? 1_000_000 : ROOMY)) {
            place = Path.of(String.valueOf(System.getProperty(PLACE)));
            assertTrue(Files.isDirectory(place));
            assertFalse(place.startsWith(home));
        }
        assertFalse(Files.exists(place));
    }

    @Test
    void whereThereIsNoRoomAtAllItIsSaidHowMuchIsNeededAndWhere() {
        NoWindowException none = assertThrows(NoWindowException.class, () -> in(home, _ -> 0));
        assertEquals("4 MB must be free, and writable, in " + home + " or " + System.getProperty("java.io.tmpdir")
                + ", where JavaFX unpacks its libraries", none.getMessage());
    }

    @Test
    void whatAnEarlierStartHasUnpackedNeedsNoRoom() throws Exception {
        Path folder = Files.createDirectories(Unpacked.folder(home));
        for (String name : LIBRARIES) {
            try (InputStream in = NativeLibLoader.class.getResourceAsStream("/" + name)) {
                Files.copy(Objects.requireNonNull(in), folder.resolve(name));
            }
        }
        try (DrawingLibraries _ = in(home, _ -> 0)) {
            assertNull(System.getProperty(PLACE));
        }
        Files.write(folder.resolve(LIBRARIES.getLast()), new byte[4_096]);
        assertThrows(NoWindowException.class, () -> in(home, _ -> 0), "the disk was full before all of it was written");
    }

    @Test
    void settingsOfTheDesktopNeedTheRuntimeFolderOrRoomAtHome() {
        assertTrue(DrawingLibraries.isPlaceForSettings(Map.of(), home, _ -> ROOMY));
        assertFalse(DrawingLibraries.isPlaceForSettings(Map.of(), home, _ -> 0));
        assertFalse(DrawingLibraries.isPlaceForSettings(Map.of(), Path.of(""), _ -> ROOMY));
        assertTrue(DrawingLibraries.isPlaceForSettings(Map.of("XDG_RUNTIME_DIR", "/run/user/1000"), home, _ -> 0));
    }

    private static DrawingLibraries in(Path home, ToLongFunction<Path> room) throws NoWindowException {
        return DrawingLibraries.in(home, room, new Words(Locale.ROOT));
    }
}
