package quaywatch.settings;

/**
 * A column as the user left it. Its place in the list is its place in the table.
 *
 * @param id       the column's stable name: letters, digits, {@code -} and {@code _}
 * @param width    pixels, {@link #NARROWEST} to {@link #WIDEST}; 0 for the column's own
 * @param visible  whether it is shown
 */
public record ColumnChoice(String id, int width, boolean visible) {

    public static final int NARROWEST = 16;
    public static final int WIDEST = 4_000;

    public ColumnChoice {
        Names.check(id);
        if (width != 0 && (width < NARROWEST || width > WIDEST)) {
            throw new IllegalArgumentException("a column is 16 to 4000 pixels wide, not " + width);
        }
    }
}
