package quaywatch.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the user chose. Immutable; {@link #DEFAULTS} is a fresh start.
 *
 * @param theme           colours
 * @param palette         hues
 * @param textSize        percent of the usual size of text and all that goes with it, {@link #SMALLEST_TEXT} to {@link #LARGEST_TEXT}
 * @param marks           the colours of what is new, has changed or was closed
 * @param interval        time between two looks, 0.5 s to 60 s
 * @param share           how much of one processor core looking may take, in percent, 1 to 100
 * @param hostNames       whether names of far hosts are asked for
 * @param confirmation    when a stop asks first
 * @param geometry        where the window was; empty if it was never moved
 * @param inspectorWidth  pixels at the usual text size, {@link #INSPECTOR_NARROWEST} to {@link #INSPECTOR_WIDEST}
 * @param inspectorOpen   whether the inspector is shown
 * @param lastScreen      the screen shown last; empty for the first one
 * @param screens         the choices of each screen, by its stable name
 * @param savedFilters    in the user's order, at most {@link #MOST_FILTERS}, no name twice
 * @param queryHistory    queries that were used, newest first, at most {@link #LONGEST_HISTORY}, none twice, each a {@link SavedFilter#isQuery}
 * @param welcomed        whether the hint for a new user has been read
 */
public record Settings(Theme theme, Palette palette, int textSize, Marks marks, Duration interval, int share, boolean hostNames,
        Confirmation confirmation,
        Optional<Geometry> geometry, int inspectorWidth, boolean inspectorOpen, String lastScreen, Map<String, ScreenChoice> screens,
        List<SavedFilter> savedFilters, List<String> queryHistory, boolean welcomed) {

    public static final Duration SHORTEST = Duration.ofMillis(500);
    public static final Duration LONGEST = Duration.ofSeconds(60);
    public static final int SMALLEST_TEXT = 80;
    public static final int LARGEST_TEXT = 200;
    public static final int INSPECTOR_NARROWEST = 280;
    public static final int INSPECTOR_WIDEST = 420;
    public static final int MOST_FILTERS = 100;
    public static final int LONGEST_HISTORY = 50;

    public static final Settings DEFAULTS = new Settings(Theme.SYSTEM, Palette.USUAL, 100, new Marks(true, 2), Duration.ofSeconds(1), 5,
            false,
            Confirmation.ALWAYS, Optional.empty(), 312, true, "", Map.of(), List.of(), List.of(), false);

    public Settings {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("an interval is 0.5 s to 60 s, not " + interval);
        }
        if (share < 1 || share > 100) {
            throw new IllegalArgumentException("a share is 1 to 100 percent, not " + share);
        }
        if (textSize < SMALLEST_TEXT || textSize > LARGEST_TEXT) {
            throw new IllegalArgumentException("text is 80 to 200 percent of its usual size, not " + textSize);
        }
        if (inspectorWidth < INSPECTOR_NARROWEST || inspectorWidth > INSPECTOR_WIDEST) {
            throw new IllegalArgumentException("the inspector is 280 to 420 pixels wide, not " + inspectorWidth);
        }
        Names.checkOrEmpty(lastScreen);
        screens.keySet().forEach(Names::check);
        screens = Map.copyOf(screens);
        savedFilters = List.copyOf(savedFilters);
        if (savedFilters.size() > MOST_FILTERS || savedFilters.stream().map(SavedFilter::name).distinct().count() < savedFilters.size()) {
            throw new IllegalArgumentException("at most 100 filters are kept, each under a name of its own");
        }
        queryHistory = List.copyOf(queryHistory);
        if (queryHistory.size() > LONGEST_HISTORY || queryHistory.stream().distinct().count() < queryHistory.size()
                || !queryHistory.stream().allMatch(SavedFilter::isQuery)) {
            throw new IllegalArgumentException(
                    "at most 50 queries are remembered, each once and none blank or longer than 2000 characters");
        }
    }

    /** The choices of a screen; {@link ScreenChoice#NONE} if there are none. */
    public ScreenChoice screen(String name) {
        return screens.getOrDefault(name, ScreenChoice.NONE);
    }

    public Settings withTheme(Theme newTheme) {
        return with(draft -> draft.theme = newTheme);
    }

    public Settings withPalette(Palette newPalette) {
        return with(draft -> draft.palette = newPalette);
    }

    public Settings withWelcomed(boolean read) {
        return with(draft -> draft.welcomed = read);
    }

    public Settings withTextSize(int newSize) {
        return with(draft -> draft.textSize = newSize);
    }

    public Settings withMarks(Marks newMarks) {
        return with(draft -> draft.marks = newMarks);
    }

    public Settings withInterval(Duration newInterval) {
        return with(draft -> draft.interval = newInterval);
    }

    public Settings withShare(int newShare) {
        return with(draft -> draft.share = newShare);
    }

    public Settings withHostNames(boolean newHostNames) {
        return with(draft -> draft.hostNames = newHostNames);
    }

    public Settings withConfirmation(Confirmation newConfirmation) {
        return with(draft -> draft.confirmation = newConfirmation);
    }

    public Settings withGeometry(Geometry newGeometry) {
        return with(draft -> draft.geometry = Optional.of(newGeometry));
    }

    public Settings withInspector(int newWidth, boolean newOpen) {
        return with(draft -> {
            draft.inspectorWidth = newWidth;
            draft.inspectorOpen = newOpen;
        });
    }

    public Settings withLastScreen(String newScreen) {
        return with(draft -> draft.lastScreen = newScreen);
    }

    public Settings withScreen(String name, ScreenChoice choice) {
        Map<String, ScreenChoice> changed = new TreeMap<>(screens);
        if (choice.equals(ScreenChoice.NONE)) {
            changed.remove(name);
        } else {
            changed.put(name, choice);
        }
        return with(draft -> draft.screens = changed);
    }

    public Settings withSavedFilters(List<SavedFilter> newFilters) {
        return with(draft -> draft.savedFilters = newFilters);
    }

    public Settings withQueryHistory(List<String> newHistory) {
        return with(draft -> draft.queryHistory = newHistory);
    }

    /** With a query as the newest of the history; what is blank or too long is left out, and the oldest makes room. */
    public Settings withUsedQuery(String query) {
        if (!SavedFilter.isQuery(query)) {
            return this;
        }
        List<String> history = new ArrayList<>(queryHistory);
        history.remove(query);
        history.addFirst(query);
        return withQueryHistory(history.subList(0, Math.min(history.size(), LONGEST_HISTORY)));
    }

    private Settings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }
}
