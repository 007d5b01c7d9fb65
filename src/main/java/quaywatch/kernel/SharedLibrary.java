package quaywatch.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;

/** Whether a library of the system is there. */
public final class SharedLibrary {

    private SharedLibrary() {}

    /** Tries to load it, with what it needs in turn, as the dynamic linker finds it. */
    @SuppressWarnings("restricted") // the program is started with native access enabled
    public static boolean isThere(String name) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(name, arena);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
