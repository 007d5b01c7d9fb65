package quaywatch.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import quaywatch.cli.NoWindowException;
import quaywatch.kernel.SharedLibrary;
import quaywatch.kernel.Variables;
import quaywatch.settings.BaseFolder;
import quaywatch.text.Visible;
import quaywatch.text.Words;

/**
 * The native libraries of the toolkit, before it starts: whether the system has what they need, and a place to unpack them. In both cases the
 * toolkit itself would go on and write about it to the terminal, once for each library.
 */
final class DrawingLibraries implements AutoCloseable {

    /** Lays out text, with a display and without; named as the toolkit's own library asks for it. */
    private static final String PANGO = "libpangoft2-1.0.so.0";
    private static final String ORDER = "prism.order";
    private static final String NO_PICTURES = "prism.disableRegionCaching";
    private static final String PLACE = "javafx.cachedir";
    /** They take 2.6 MB. */
    private static final long NEEDED_BYTES = 4 << 20;
    /** A block. */
    private static final long SETTINGS_BYTES = 4_096;

    private final @Nullable Path temporary;

    private DrawingLibraries(@Nullable Path temporary) {
        this.temporary = temporary;
    }

    /**
     * Makes ready what the toolkit needs; to be closed when it has ended.
     *
     * @throws NoWindowException if the toolkit, or a library that it needs, is not there
     */
    static DrawingLibraries ready(Words words) throws NoWindowException {
        if (Toolkit.version().isEmpty()) {
            throw new NoWindowException(words.get("app.noJavaFx"));
        }
        if (System.getProperty("os.name", "").equals("Linux") && !SharedLibrary.isThere(PANGO)) {
            throw new NoWindowException(words.get("app.noPango", PANGO));
        }
        drawBySoftware();
        Path home = home(System.getProperty("user.home", ""));
        ToLongFunction<Path> room = place -> place.toFile().getUsableSpace();
        // Else GTK's store of settings makes files there, and the desktop of their user can't keep its own any more; or it can't, and says so.
        if (BaseFolder.isAnothers(System.getenv()) || !isPlaceForSettings(System.getenv(), home, room)) {
            Variables.setDefault("GSETTINGS_BACKEND", "memory");
        }
        return in(home, room, words);
    }

    /** Where no language is set, Java can't name a home with letters beyond ASCII; that is then as if there were none. */
    static Path home(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException _) {
            return Path.of("");
        }
    }

    /** Whether GTK's store of settings can keep what it has to: in the runtime folder, or where there is none at home. */
    static boolean isPlaceForSettings(Map<String, String> environment, Path home, ToLongFunction<Path> room) {
        return !environment.getOrDefault("XDG_RUNTIME_DIR", "").isBlank()
                || home.isAbsolute() && canBeMade(home.resolve(".cache"), room, SETTINGS_BYTES);
    }

    /**
     * Rows and small plots once a second need no graphics processor, whose libraries take more memory than all of the program. What the user
     * says (the property, or the variable) goes first. Drawn so, the toolkit's store of backgrounds already drawn saves nothing, and takes 8 MB.
     */
    private static void drawBySoftware() {
        if (System.getProperty("os.name", "").equals("Linux") && System.getProperty(ORDER) == null) {
            System.setProperty(ORDER, "sw");
            System.setProperty(NO_PICTURES, "true");
            Variables.setDefault("GDK_GL", "disable");
        }
    }

    /**
     * @param home  where the toolkit unpacks them if it may: users of services have a home that does not exist, or none, and a disk can be full
     * @param room  how many bytes can still be written in a folder
     * @throws NoWindowException if they can be unpacked nowhere
     */
    static DrawingLibraries in(Path home, ToLongFunction<Path> room, Words words) throws NoWindowException {
        if (System.getProperty(PLACE) != null
                || home.isAbsolute() && (Unpacked.in(home) || canBeMade(home.resolve(".openjfx"), room, NEEDED_BYTES))) {
            return new DrawingLibraries(null);
        }
        Path folder = temporary(room);
        if (folder == null) {
            throw new NoWindowException(words.get("app.noRoom", NEEDED_BYTES >> 20, Visible.of(home.toString()),
                    Visible.of(System.getProperty("java.io.tmpdir"))));
        }
        System.setProperty(PLACE, folder.toString());
        return new DrawingLibraries(folder);
    }

    private static @Nullable Path temporary(ToLongFunction<Path> room) {
        try {
            Path folder = Files.createTempDirectory("quaywatch-");
            if (room.applyAsLong(folder) >= NEEDED_BYTES) {
                return folder;
            }
            Files.delete(folder);
        } catch (IOException _) {
            // Full, or nothing may be written there.
        }
        return null;
    }

    private static boolean canBeMade(Path folder, ToLongFunction<Path> room, long bytes) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.isDirectory(there) && Files.isWritable(there) && room.applyAsLong(there) >= bytes;
    }

    @Override
    public void close() {
        if (temporary != null) {
            System.clearProperty(PLACE);
            try {
                Files.walkFileTree(temporary, new Removal());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
