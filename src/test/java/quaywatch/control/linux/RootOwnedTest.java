package quaywatch.control.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Real files, made so that somebody else than root could change them. */
@EnabledOnOs(OS.LINUX)
class RootOwnedTest {

    private RootsFolder root;
    private Path file;

    @BeforeEach
    void make() throws IOException {
        root = RootsFolder.make();
        file = root.file("middle/inner/file", "", "rwxr-xr-x");
        assertTrue(RootOwned.is(file), "whatever the test changes next is what makes the difference");
    }

    @AfterEach
    void delete() throws IOException {
        root.close();
    }

    @Test
    void fileThatGroupOrOthersMayWrite() throws IOException {
        RootsFolder.allow(file, "rwxrwxr-x");
        assertFalse(RootOwned.is(file));
        RootsFolder.allow(file, "rwxr-xrwx");
        assertFalse(RootOwned.is(file));
    }

    @Test
    void fileOfSomebodyElse() throws IOException {
        RootsFolder.give(file, OtherJvm.NOBODY);
        assertFalse(RootOwned.is(file));
    }

    @Test
    void folderAboveThatEverybodyMayWrite() throws IOException {
        RootsFolder.allow(root.path().resolve("middle"), "rwxrwxrwx");
        assertFalse(RootOwned.is(file));
    }

    @Test
    void folderAboveOfSomebodyElse() throws IOException {
        RootsFolder.give(root.path().resolve("middle"), OtherJvm.NOBODY);
        assertFalse(RootOwned.is(file));
    }

    @Test
    void linksAndRoundabouts() throws IOException {
        Path link = Files.createSymbolicLink(root.path().resolve("link"), file);
        assertFalse(RootOwned.is(link));
        Path folder = Files.createSymbolicLink(root.path().resolve("folder"), root.path().resolve("middle"));
        assertFalse(RootOwned.is(folder.resolve("inner/file")));
        assertFalse(RootOwned.is(root.path().resolve("middle/../middle/inner/file")));
        assertFalse(RootOwned.is(Path.of("middle/inner/file")));
        assertFalse(RootOwned.is(root.path().resolve("missing")));
    }
}
