package quaywatch.kernel;

import java.lang.foreign.Arena;

import quaywatch.kernel.call.LibraryFunction;

/** The environment of this process as native libraries see it, which {@link System#getenv} does not show: setenv(3). */
public final class Variables {

    private Variables() {}

    /** Sets a variable that is not there yet. To be called before the libraries start that read it, while no other thread reads any. */
    public static void setDefault(String name, String value) {
        LibraryFunction.named("setenv").ifPresent(setenv -> {
            try (Arena arena = Arena.ofConfined()) {
                setenv.call(arena.allocateFrom(name).address(), arena.allocateFrom(value).address(), 0);
            }
        });
    }
}
