package quaywatch.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings while one of them is changed, so that no change need name all the others. Never leaves the method that made it. */
final class Draft {

    Theme theme;
    Palette palette;
    int textSize;
    Marks marks;
    Duration interval;
    int share;
    boolean hostNames;
    Confirmation confirmation;
    Optional<Geometry> geometry;
    int inspectorWidth;
    boolean inspectorOpen;
    String lastScreen;
    Map<String, ScreenChoice> screens;
    List<SavedFilter> savedFilters;
    List<String> queryHistory;
    boolean welcomed;

    Draft(Settings from) {
        this.theme = from.theme();
        this.palette = from.palette();
        this.textSize = from.textSize();
        this.marks = from.marks();
        this.interval = from.interval();
        this.share = from.share();
        this.hostNames = from.hostNames();
        this.confirmation = from.confirmation();
        this.geometry = from.geometry();
        this.inspectorWidth = from.inspectorWidth();
        this.inspectorOpen = from.inspectorOpen();
        this.lastScreen = from.lastScreen();
        this.screens = from.screens();
        this.savedFilters = from.savedFilters();
        this.queryHistory = from.queryHistory();
        this.welcomed = from.welcomed();
    }

    Settings finished() {
        return new Settings(theme, palette, textSize, marks, interval, share, hostNames, confirmation, geometry, inspectorWidth,
                inspectorOpen,
                lastScreen, screens, savedFilters, queryHistory, welcomed);
    }
}
