package quaywatch.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import quaywatch.ui.nav.Screen;

/** The screens of the window by the names that the command line has for them. */
final class Places {

    private Places() {}

    static List<String> names() {
        return Stream.of(Screen.values()).map(Places::name).toList();
    }

    /** The screen of a name; empty for a name that is none. */
    static Optional<Screen> named(String name) {
        return Stream.of(Screen.values()).filter(screen -> name(screen).equals(name)).findFirst();
    }

    private static String name(Screen screen) {
        return screen.name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
