package quaywatch.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the user chose. Immutable; {@link #DEFAULTS} is a fresh start.
 *
 * @param theme           colours
 * @param interval        time between two looks, 0.5 s to 60 s
 * @param share           how much of one processor core looking may take, in percent, 1 to 100
 * @param geometry        where the window was; empty if it was never moved
 * @param inspectorWidth  pixels, {@link #INSPECTOR_NARROWEST} to {@link #INSPECTOR_WIDEST}
 * @param inspectorOpen   whether the inspector is shown
 * @param lastScreen      the screen shown last; empty for the first one
 * @param screens         the choices of each screen, by its stable name
 */
public record Settings(Theme theme, Duration interval, int share, Optional<Geometry> geometry, int inspectorWidth, boolean inspectorOpen,
        String lastScreen, Map<String, ScreenChoice> screens) {

    public static final Duration SHORTEST = Duration.ofMillis(500);
    public static final Duration LONGEST = Duration.ofSeconds(60);
    public static final int INSPECTOR_NARROWEST = 280;
    public static final int INSPECTOR_WIDEST = 420;

    public static final Settings DEFAULTS = new Settings(Theme.SYSTEM, Duration.ofSeconds(1), 5, Optional.empty(), 312, true, "", Map.of());

    public Settings {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("an interval is 0.5 s to 60 s, not " + interval);
        }
        if (share < 1 || share > 100) {
            throw new IllegalArgumentException("a share is 1 to 100 percent, not " + share);
        }
        if (inspectorWidth < INSPECTOR_NARROWEST || inspectorWidth > INSPECTOR_WIDEST) {
            throw new IllegalArgumentException("the inspector is 280 to 420 pixels wide, not " + inspectorWidth);
        }
        Names.checkOrEmpty(lastScreen);
        screens.keySet().forEach(Names::check);
        screens = Map.copyOf(screens);
    }

    /** The choices of a screen; {@link ScreenChoice#NONE} if there are none. */
    public ScreenChoice screen(String name) {
        return screens.getOrDefault(name, ScreenChoice.NONE);
    }

    public Settings withTheme(Theme newTheme) {
        return new Settings(newTheme, interval, share, geometry, inspectorWidth, inspectorOpen, lastScreen, screens);
    }

    public Settings withInterval(Duration newInterval) {
        return new Settings(theme, newInterval, share, geometry, inspectorWidth, inspectorOpen, lastScreen, screens);
    }

    public Settings withShare(int newShare) {
        return new Settings(theme, interval, newShare, geometry, inspectorWidth, inspectorOpen, lastScreen, screens);
    }

    public Settings withGeometry(Geometry newGeometry) {
        return new Settings(theme, interval, share, Optional.of(newGeometry), inspectorWidth, inspectorOpen, lastScreen, screens);
    }

    public Settings withInspector(int newWidth, boolean newOpen) {
        return new Settings(theme, interval, share, geometry, newWidth, newOpen, lastScreen, screens);
    }

    public Settings withLastScreen(String newScreen) {
        return new Settings(theme, interval, share, geometry, inspectorWidth, inspectorOpen, newScreen, screens);
    }

    public Settings withScreen(String name, ScreenChoice choice) {
        Map<String, ScreenChoice> changed = new TreeMap<>(screens);
        if (choice.equals(ScreenChoice.NONE)) {
            changed.remove(name);
        } else {
            changed.put(name, choice);
        }
        return new Settings(theme, interval, share, geometry, inspectorWidth, inspectorOpen, lastScreen, changed);
    }
}
