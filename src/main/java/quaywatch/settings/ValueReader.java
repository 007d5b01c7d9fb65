package quaywatch.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import quaywatch.settings.Notice.BadValue;

/** Takes values out of the lines of a settings file one by one; what nobody took is left. */
final class ValueReader {

    private static final String SCREEN = "screen.";

    private final SortedMap<String, String> left;
    private final List<BadValue> bad = new ArrayList<>();

    ValueReader(SortedMap<String, String> lines) {
        this.left = new TreeMap<>(lines);
    }

    boolean has(String key) {
        return left.containsKey(key);
    }

    /** The value of a key as {@code parse} reads it; {@code usual} if it is missing or {@code parse} throws. */
    <T> T take(String key, T usual, Function<String, T> parse) {
        String text = left.remove(key);
        if (text == null) {
            return usual;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException _) {
            bad.add(new BadValue(key, text));
            return usual;
        }
    }

    /** The choices of all screens, out of {@code screen.NAME.columns}, {@code .sort} and {@code .grouping}. */
    Map<String, ScreenChoice> screens() {
        Map<String, ScreenChoice> screens = new TreeMap<>();
        for (String key : List.copyOf(left.keySet())) {
            int dot = key.lastIndexOf('.');
            if (key.startsWith(SCREEN) && dot > SCREEN.length() && Names.isName(key.substring(SCREEN.length(), dot))) {
                String name = key.substring(SCREEN.length(), dot);
                ScreenChoice before = screens.getOrDefault(name, ScreenChoice.NONE);
                ScreenChoice after = with(before, key, key.substring(dot + 1));
                if (!after.equals(ScreenChoice.NONE)) {
                    screens.put(name, after);
                }
            }
        }
        return screens;
    }

    private ScreenChoice with(ScreenChoice choice, String key, String part) {
        return switch (part) {
            case "columns" -> take(key, choice, text -> choice.withColumns(Values.columns(text)));
            case "sort" -> take(key, choice, text -> Values.sort(choice, text));
            case "grouping" -> take(key, choice, text -> choice.withGrouping(Values.name(text)));
            default -> choice;
        };
    }

    SortedMap<String, String> left() {
        return left;
    }

    List<BadValue> bad() {
        return List.copyOf(bad);
    }
}
