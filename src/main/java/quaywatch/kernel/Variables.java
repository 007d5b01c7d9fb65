package quaywatch.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/** The environment of this process as native libraries see it, which {@link System#getenv} does not show: setenv(3). */
@SuppressWarnings("restricted") // the program is started with native access enabled
public final class Variables {

    private Variables() {}

    /** Sets a variable that is not there yet. To be called before the libraries start that read it, while no other thread reads any. */
    public static void setDefault(String name, String value) {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("setenv").ifPresent(setenv -> {
            try (Arena arena = Arena.ofConfined()) {
                int _ = (int) linker.downcallHandle(setenv, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS, ValueLayout.JAVA_INT)).invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 0);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
