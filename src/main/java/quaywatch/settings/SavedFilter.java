package quaywatch.settings;

/**
 * A query that the user keeps under a name. Both are any text, so they pass {@link quaywatch.text.Visible} before they are shown.
 *
 * @param name   not blank, at most {@link #LONGEST_NAME} characters, no blanks around
 * @param query  in the query language, though not necessarily free of faults; at most {@link #LONGEST_QUERY} characters, not blank
 */
public record SavedFilter(String name, String query) {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_QUERY = 2_000;

    public SavedFilter {
        if (!isName(name)) {
            throw new IllegalArgumentException("a filter's name is 1 to 60 characters without blanks around");
        }
        if (!isQuery(query)) {
            throw new IllegalArgumentException("a query that is kept is 1 to 2000 characters");
        }
    }

    public static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME && text.equals(text.strip());
    }

    /** Whether this is a query to keep, here or in {@link Settings#queryHistory}. */
    public static boolean isQuery(String text) {
        return !text.isBlank() && text.length() <= LONGEST_QUERY;
    }
}
