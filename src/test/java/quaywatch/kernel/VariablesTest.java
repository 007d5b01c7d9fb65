package quaywatch.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

@SuppressWarnings("restricted") // to look where native libraries look
class VariablesTest {

    private static final String NAME = "QUAYWATCH_VARIABLES_TEST";

    @Test
    void nativeLibrariesSeeItAndWhatWasThereStays() throws Throwable {
        Variables.setDefault(NAME, "first");
        Variables.setDefault(NAME, "second");
        assertEquals("first", seen(NAME));
    }

    private static String seen(String name) throws Throwable {
        Linker linker = Linker.nativeLinker();
        var getenv = linker.downcallHandle(linker.defaultLookup().findOrThrow("getenv"),
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = (MemorySegment) getenv.invokeExact(arena.allocateFrom(name));
            return text.reinterpret(100).getString(0);
        }
    }
}
