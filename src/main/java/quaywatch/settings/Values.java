package quaywatch.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The form of each value in the settings file. What can't be read is an {@link IllegalArgumentException}. */
final class Values {

    private static final String DOWN = "descending";
    private static final String UP = "ascending";
    private static final String SHOWN = "shown";
    private static final String HIDDEN = "hidden";
    private static final String MAXIMIZED = "maximized";
    private static final String NORMAL = "normal";

    private Values() {}

    static Theme theme(String text) {
        return Theme.valueOf(text.strip().toUpperCase(Locale.ROOT));
    }

    static String text(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    static Palette palette(String text) {
        return Palette.valueOf(text.strip().toUpperCase(Locale.ROOT));
    }

    static String text(Palette palette) {
        return palette.name().toLowerCase(Locale.ROOT);
    }

    static Confirmation confirmation(String text) {
        return Confirmation.valueOf(text.strip().toUpperCase(Locale.ROOT));
    }

    static String text(Confirmation confirmation) {
        return confirmation.name().toLowerCase(Locale.ROOT);
    }

    static int textSize(String text) {
        return (int) within(text, Settings.SMALLEST_TEXT, Settings.LARGEST_TEXT);
    }

    static int markSeconds(String text) {
        return (int) within(text, Marks.SHORTEST, Marks.LONGEST);
    }

    static Duration interval(String text) {
        return Duration.ofMillis(within(text, Settings.SHORTEST.toMillis(), Settings.LONGEST.toMillis()));
    }

    static String text(Duration interval) {
        return Long.toString(interval.toMillis());
    }

    static int share(String text) {
        return (int) within(text, 1, 100);
    }

    static int inspectorWidth(String text) {
        return (int) within(text, Settings.INSPECTOR_NARROWEST, Settings.INSPECTOR_WIDEST);
    }

    static boolean flag(String text) {
        return either(text.strip(), "true", "false");
    }

    /** A name, or nothing. */
    static String name(String text) {
        String name = text.strip();
        Names.checkOrEmpty(name);
        return name;
    }

    /** {@code x y width height normal|maximized}. */
    static Optional<Geometry> geometry(String text) {
        String[] parts = parts(text, " ", 5);
        return Optional.of(new Geometry(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]), either(parts[4], MAXIMIZED, NORMAL)));
    }

    static String text(Geometry geometry) {
        return geometry.x() + " " + geometry.y() + " " + geometry.width() + " " + geometry.height() + " "
                + (geometry.maximized() ? MAXIMIZED : NORMAL);
    }

    /** {@code column ascending|descending}. */
    static ScreenChoice sort(ScreenChoice choice, String text) {
        String[] parts = parts(text, " ", 2);
        Names.check(parts[0]);
        return choice.withSort(parts[0], either(parts[1], DOWN, UP));
    }

    static String sortText(ScreenChoice choice) {
        return choice.sortColumn().isEmpty() ? "" : choice.sortColumn() + " " + (choice.descending() ? DOWN : UP);
    }

    /** {@code id:width:shown|hidden}, apart by blanks. */
    static List<ColumnChoice> columns(String text) {
        List<ColumnChoice> columns = new ArrayList<>();
        for (String column : text.strip().split(" +")) {
            String[] parts = parts(column, ":", 3);
            columns.add(new ColumnChoice(parts[0], Integer.parseInt(parts[1]), either(parts[2], SHOWN, HIDDEN)));
        }
        return columns;
    }

    static String text(List<ColumnChoice> columns) {
        StringBuilder text = new StringBuilder();
        for (ColumnChoice column : columns) {
            text.append(text.isEmpty() ? "" : " ").append(column.id()).append(':').append(column.width()).append(':')
                    .append(column.visible() ? SHOWN : HIDDEN);
        }
        return text.toString();
    }

    private static String[] parts(String text, String separator, int count) {
        String[] parts = text.strip().split(separator, -1);
        if (parts.length != count) {
            throw new IllegalArgumentException("needs " + count + " parts");
        }
        return parts;
    }

    private static boolean either(String text, String yes, String no) {
        if (!text.equals(yes) && !text.equals(no)) {
            throw new IllegalArgumentException("is " + yes + " or " + no);
        }
        return text.equals(yes);
    }

    private static long within(String text, long lowest, long highest) {
        long value = Long.parseLong(text.strip());
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException("is " + lowest + " to " + highest);
        }
        return value;
    }
}
