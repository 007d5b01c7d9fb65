package quaywatch.kernel.call;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A function of a library that takes whole numbers and addresses. It is called the way system calls are: to make a way of another shape takes
 * tens of milliseconds of a start, and memory. For any thread.
 */
@SuppressWarnings("restricted") // the program is started with native access enabled
public final class LibraryFunction {

    private final MethodHandle handle;

    private LibraryFunction(MethodHandle handle) {
        this.handle = handle;
    }

    /** Of the C library; empty where it has no function of that name. */
    public static Optional<LibraryFunction> named(String name) {
        return named(name, Linker.nativeLinker().defaultLookup());
    }

    /** Of a library that has been loaded; empty where it has no function of that name. */
    public static Optional<LibraryFunction> named(String name, SymbolLookup library) {
        return library.find(name).map(found -> new LibraryFunction(SystemCalls.wayInto(found)));
    }

    /** Calls it with as many of the arguments as it takes. What comes back has a meaning only where it gives back a whole word: a long, or an address. */
    public long call(long first, long second, long third) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            return (long) handle.invokeExact(state, first, second, third, 0L, 0L, 0L, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
