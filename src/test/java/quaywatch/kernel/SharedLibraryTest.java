package quaywatch.kernel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@EnabledOnOs(OS.LINUX)
class SharedLibraryTest {

    @Test
    void onlyWhatTheSystemHasIsThere() {
        assertTrue(SharedLibrary.isThere("libc.so.6"));
        assertFalse(SharedLibrary.isThere("libquaywatch-of-nobody.so.9"));
    }
}
