package quaywatch.text;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Of real failures: never the path alone, which the sentence around the words has already. */
class FileTroubleTest {

    @TempDir
    private Path folder;

    @Test
    void wordsAreThoseOfTheSystem() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path full = Files.createDirectories(folder.resolve("full/inner")).getParent();
        assertEquals("No such file or directory", words(() -> Files.size(folder.resolve("none"))));
        assertEquals("Not a directory", words(() -> Files.createFile(file.resolve("below"))));
        assertEquals("Not a directory", words(() -> Files.newDirectoryStream(file).close()));
        assertEquals("File exists", words(() -> Files.createFile(file)));
        assertEquals("Directory not empty", words(() -> Files.delete(full)));
        assertEquals("Is a directory", words(() -> Files.readString(full)));
        assertEquals("File name too long", words(() -> Files.createFile(folder.resolve("x".repeat(300)))));
    }

    @Test
    void failureWithoutWordsIsNamed() {
        assertEquals("ClosedByInterruptException", FileTrouble.words(new ClosedByInterruptException()));
    }

    private static String words(Executable work) {
        return FileTrouble.words(assertThrows(IOException.class, work));
    }
}
