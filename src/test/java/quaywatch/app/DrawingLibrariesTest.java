package quaywatch.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DrawingLibrariesTest {

    private static final String PLACE = "javafx.cachedir";
    private static final long ROOMY = 1L << 30;

    @TempDir
    Path home = Path.of("");

    @Test
    void homeThatCanBeWrittenIsLeftToTheToolkit() {
        try (DrawingLibraries _ = DrawingLibraries.in(home, _ -> ROOMY)) {
            assertNull(System.getProperty(PLACE));
        }
    }

    @Test
    void homeThatIsNoneIsReplacedByAFolderThatGoesAgain() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        for (Path none : new Path[]{file, file.resolve("ann"), Path.of("?")}) {
            Path place;
            try (DrawingLibraries _ = DrawingLibraries.in(none, _ -> ROOMY)) {
                place = Path.of(String.valueOf(System.getProperty(PLACE)));
                assertTrue(Files.isDirectory(place));
                Files.createFile(Files.createDirectories(place.resolve("amd64")).resolve("libglass.so"));
            }
            assertFalse(Files.exists(place));
            assertNull(System.getProperty(PLACE));
        }
    }

    @Test
    void homeOnAFullDiskIsReplacedToo() {
        Path place;
        try (DrawingLibraries _ = DrawingLibraries.in(home, folder -> folder.startsWith(home) ? 1_000_000 : ROOMY)) {
            place = Path.of(String.valueOf(System.getProperty(PLACE)));
            assertTrue(Files.isDirectory(place));
            assertFalse(place.startsWith(home));
        }
        assertFalse(Files.exists(place));
    }

    @Test
    void whereThereIsNoRoomAtAllTheToolkitMayHaveThemFromBefore() {
        try (DrawingLibraries _ = DrawingLibraries.in(home, _ -> 0)) {
            assertNull(System.getProperty(PLACE));
        }
    }
}
