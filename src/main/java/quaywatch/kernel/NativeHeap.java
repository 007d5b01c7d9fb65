package quaywatch.kernel;

import java.util.Optional;

import quaywatch.kernel.call.LibraryFunction;

/** Memory that native libraries and the JVM itself ask the C library for: malloc(3). */
public final class NativeHeap {

    /** malloc_trim(3) of glibc; other C libraries have none. */
    private final Optional<LibraryFunction> trim = LibraryFunction.named("malloc_trim");

    /** Gives the system back what was freed and is kept for later; some milliseconds, on any thread. */
    public void giveBack() {
        trim.ifPresent(function -> function.call(0, 0, 0));
    }
}
