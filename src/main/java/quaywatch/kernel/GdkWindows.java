package quaywatch.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The windows that this process has on an X display, as the library behind its toolkit knows them. */
@SuppressWarnings("restricted") // the program is started with native access enabled
public final class GdkWindows {

    private final MethodHandle display;
    private final MethodHandle window;

    private GdkWindows(SymbolLookup gdk) {
        Linker linker = Linker.nativeLinker();
        display = linker.downcallHandle(gdk.findOrThrow("gdk_display_get_default"), FunctionDescriptor.of(ValueLayout.ADDRESS));
        window = linker.downcallHandle(gdk.findOrThrow("gdk_x11_window_lookup_for_display"),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    }

    /** Those of a toolkit that has been started; empty where its library is not as expected. */
    public static Optional<GdkWindows> ofThisProcess() {
        try {
            return Optional.of(new GdkWindows(SymbolLookup.libraryLookup("libgdk-3.so.0", Arena.global())));
        } catch (IllegalArgumentException | NoSuchElementException _) {
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
        try {
            MemorySegment on = (MemorySegment) display.invokeExact();
            return !on.equals(MemorySegment.NULL) && !((MemorySegment) window.invokeExact(on, id)).equals(MemorySegment.NULL);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
