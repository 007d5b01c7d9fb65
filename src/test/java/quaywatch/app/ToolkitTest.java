package quaywatch.app;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import quaywatch.cli.Diagnosis.Display;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ToolkitTest {

    @Test
    void versionIsThatOfItsJar() {
        String jar = String.valueOf(javafx.beans.Observable.class.getResource("Observable.class"));
        assertEquals(Optional.of(true), Toolkit.version().map(version -> jar.contains("-" + version)), jar);
    }

    @Test
    void windowOpensWhereXIsAndNotWhereACompositorIs() {
        assertEquals(new Display.Named(":1"), Toolkit.display("Linux", Map.of("DISPLAY", ":1", "WAYLAND_DISPLAY", "wayland-0")));
        assertEquals(new Display.None(), Toolkit.display("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
        assertEquals(new Display.None(), Toolkit.display("Linux", Map.of("DISPLAY", "")));
    }

    @Test
    void elsewhereNoVariableTellsOfTheDesktop() {
        assertEquals(new Display.OfDesktop(), Toolkit.display("Mac OS X", Map.of()));
        assertEquals(new Display.OfDesktop(), Toolkit.display("Windows 11", Map.of("DISPLAY", "localhost:0")));
    }
}
