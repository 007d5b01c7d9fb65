package quaywatch.settings;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Saved filters and the query history in the settings file: {@code filter.1.name}, {@code filter.1.query}, {@code history.1} and so on. */
final class KeptQueries {

    private static final String FILTER = "filter.";
    private static final String NAME = ".name";
    private static final String QUERY = ".query";
    private static final String HISTORY = "history.";

    private KeptQueries() {}

    /** Filters in the order of their numbers. One of which half is missing or of no use is none, and that half or the lonely one is named as bad. */
    static List<SavedFilter> filters(ValueReader values) {
        Map<String, SavedFilter> filters = new LinkedHashMap<>();
        for (int i = 1; i <= Settings.MOST_FILTERS; i++) {
            String nameKey = FILTER + i + NAME;
            String queryKey = FILTER + i + QUERY;
            boolean whole = values.has(nameKey) && values.has(queryKey);
            String name = values.take(nameKey, "", text -> checked(text, whole && SavedFilter.isName(text) && !filters.containsKey(text)));
            String query = values.take(queryKey, "", text -> checked(text, whole && SavedFilter.isQuery(text)));
            if (!name.isEmpty() && !query.isEmpty()) {
                filters.put(name, new SavedFilter(name, query));
            }
        }
        return List.copyOf(filters.values());
    }

    /** Queries in the order of their numbers. */
    static List<String> history(ValueReader values) {
        Set<String> history = new LinkedHashSet<>();
        for (int i = 1; i <= Settings.LONGEST_HISTORY; i++) {
            String query = values.take(HISTORY + i, "", text -> checked(text, SavedFilter.isQuery(text)));
            if (!query.isEmpty()) {
                history.add(query);
            }
        }
        return List.copyOf(history);
    }

    static void write(Settings settings, Map<String, String> lines) {
        int number = 0;
        for (SavedFilter filter : settings.savedFilters()) {
            number++;
            lines.put(FILTER + number + NAME, filter.name());
            lines.put(FILTER + number + QUERY, filter.query());
        }
        number = 0;
        for (String query : settings.queryHistory()) {
            number++;
            lines.put(HISTORY + number, query);
        }
    }

    private static String checked(String text, boolean good) {
        if (!good) {
            throw new IllegalArgumentException("is of no use");
        }
        return text;
    }
}
