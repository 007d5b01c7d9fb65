package quaywatch.app;

import java.util.Map;
import java.util.Optional;

import com.sun.javafx.runtime.VersionInfo;

import quaywatch.cli.Diagnosis;

/** What can be told of JavaFX, and of where it would open a window, before it is started. */
final class Toolkit {

    private Toolkit() {}

    /** Its version; empty if it is not on the class path. */
    static Optional<String> version() {
        try {
            return Optional.of(VersionInfo.getVersion());
        } catch (LinkageError _) {
            return Optional.empty();
        }
    }

    /**
     * The X display that the environment names; empty for none. JavaFX draws through X11 under Wayland too, so what names a compositor says nothing
     * of where a window opens, nor whether one can.
     */
    static Optional<String> x11(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("DISPLAY")).filter(name -> !name.isBlank());
    }

    /**
     * Where a window would open.
     *
     * @param system  the operating system as Java names it
     */
    static Diagnosis.Display display(String system, Map<String, String> environment) {
        if (!system.equals("Linux")) {
            return new Diagnosis.Display.OfDesktop();
        }
        return x11(environment).<Diagnosis.Display>map(Diagnosis.Display.Named::new).orElseGet(Diagnosis.Display.None::new);
    }
}
