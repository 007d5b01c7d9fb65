package quaywatch.bench;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** The numbers that a bench was started with: {@code --name number}. */
final class Options {

    private final Map<String, Integer> values;

    /**
     * Ends the program with a sentence if the arguments are not understood.
     *
     * @param defaults  all names there are
     */
    Options(Map<String, Integer> defaults, String[] arguments) {
        values = new TreeMap<>(defaults);
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            @Nullable
            Integer value = i + 1 < arguments.length ? number(arguments[i + 1]) : null;
            if (value == null || !defaults.containsKey(name)) {
                System.err.println("bench: not understood: " + arguments[i] + "; there are, with what they are by default: " + defaults);
                System.exit(2);
                return;
            }
            values.put(name, value);
        }
    }

    int get(String name) {
        @Nullable
        Integer value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no option " + name);
        }
        return value;
    }

    private static @Nullable Integer number(String text) {
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(" --").append(name).append(' ').append(value));
        return text.substring(1);
    }
}
