package quaywatch.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Optional;

import quaywatch.kernel.call.LibraryFunction;

/** The windows that this process has on an X display, as the library behind its toolkit knows them. */
@SuppressWarnings("restricted") // the program is started with native access enabled
public final class GdkWindows {

    private final LibraryFunction display;
    private final LibraryFunction window;

    private GdkWindows(LibraryFunction display, LibraryFunction window) {
        this.display = display;
        this.window = window;
    }

    /** Those of a toolkit that has been started; empty where its library is not as expected. */
    public static Optional<GdkWindows> ofThisProcess() {
        try {
            SymbolLookup gdk = SymbolLookup.libraryLookup("libgdk-3.so.0", Arena.global());
            return LibraryFunction.named("gdk_display_get_default", gdk)
                    .flatMap(display -> LibraryFunction.named("gdk_x11_window_lookup_for_display", gdk)
                            .map(window -> new GdkWindows(display, window)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * Whether the window is there still. The library forgets one that another program has destroyed, and tells nobody. Only on the thread of the
     * toolkit.
     *
     * @param id  its number on the display
     */
    public boolean has(long id) {
        long on = display.call(0, 0, 0);
        return on != 0 && window.call(on, id, 0) != 0;
    }
}
