package quaywatch.kernel.call;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * Makes system calls through {@code syscall(2)} of the C library: one way in for all of them, as each further one costs a short command
 * milliseconds. A call makes no garbage. An instance serves one thread at a time.
 */
@SuppressWarnings("restricted") // the program is started with native access enabled
public final class SystemCalls {

    private static final Linker LINKER = Linker.nativeLinker();
    /** Begins with {@code errno}, the only one of its members that is asked for; on Linux it has no other. */
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    /** Declared with a variable number of arguments, but written in assembly: it takes all of them in registers, as a plain function would. */
    private static final MethodHandle SYSCALL = wayInto(LINKER.defaultLookup().findOrThrow("syscall"));

    private static final int NOBODY = -1;

    /** Kept by the garbage collector: whoever makes calls may be closed while a call is under way in another thread. */
    private final MemorySegment state = Arena.ofAuto().allocate(STATE);

    /**
     * Makes the way into the kernel, which takes as long as a whole look at a thousand sockets. To be called early, on a thread that has nothing
     * else to do; who makes a call meanwhile waits for it.
     */
    public static void prepare() {
        new SystemCalls().close(NOBODY);
    }

    /** Memory that the kernel may fill; freed when nobody refers to it any more. */
    public static MemorySegment memory(long bytes) {
        return Arena.ofAuto().allocate(bytes, Long.BYTES);
    }

    /** A function that takes at most seven whole numbers or addresses: those beyond its own lie in registers that it does not read. */
    static MethodHandle wayInto(MemorySegment function) {
        return LINKER.downcallHandle(function,
                FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                Linker.Option.captureCallState("errno"));
    }

    /** Makes a call. What fails gives the negated error number ({@link Errno}), as the kernel itself does. */
    public long call(Call call, long first, long second, long third, long fourth, long fifth, long sixth) {
        try {
            long value = (long) SYSCALL.invokeExact(state, call.number(), first, second, third, fourth, fifth, sixth);
            return value == -1 ? -state.get(JAVA_INT, 0) : value;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    public long call(Call call, long first, long second, long third, long fourth) {
        return call(call, first, second, third, fourth, 0, 0);
    }

    /** Closes a descriptor. Linux frees the number even where it reports an error, so there is nothing to report. */
    public void close(int descriptor) {
        call(Call.CLOSE, descriptor, 0, 0, 0);
    }

    /** The system's own words for an error number. */
    public static String words(int errno) {
        return Words.of(errno);
    }

    /** Apart, so that its way in is only made for those who need it. */
    private static final class Words {

        private static final long MOST = 256;
        private static final MethodHandle STRERROR = LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("strerror"),
                FunctionDescriptor.of(ValueLayout.ADDRESS, JAVA_INT));

        private Words() {}

        static String of(int errno) {
            try {
                MemorySegment text = (MemorySegment) STRERROR.invokeExact(errno);
                return text.reinterpret(MOST).getString(0);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
