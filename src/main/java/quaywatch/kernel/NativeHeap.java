package quaywatch.kernel;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Memory that native libraries and the JVM itself ask the C library for: malloc(3). */
@SuppressWarnings("restricted") // the program is started with native access enabled
public final class NativeHeap {

    /** malloc_trim(3) of glibc; other C libraries have none. */
    private final Optional<MethodHandle> trim;

    public NativeHeap() {
        Linker linker = Linker.nativeLinker();
        trim = linker.defaultLookup().find("malloc_trim").map((MemorySegment found) -> linker.downcallHandle(found,
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)));
    }

    /** Gives the system back what was freed and is kept for later; some milliseconds, on any thread. */
    public void giveBack() {
        trim.ifPresent(call -> {
            try {
                int _ = (int) call.invokeExact(0L);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
