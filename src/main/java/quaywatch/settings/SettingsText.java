package quaywatch.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import quaywatch.settings.Notice.BadValue;

/**
 * Settings as the text of a properties file ({@link java.util.Properties#load(java.io.Reader)}), and back. Pure: no file is touched.
 * <p>Only what differs from the default is written. Keys it does not know are handed back, so that a newer version's are not lost.
 */
final class SettingsText {

    private SettingsText() {}

    /**
     * What a text says.
     *
     * @param settings  with the default for whatever is missing or of no use
     * @param unknown   keys that are not ours, to be written again
     * @param bad       values of no use
     */
    record Decoded(Settings settings, SortedMap<String, String> unknown, List<BadValue> bad) {}

    /** Reads a text; empty if it is no properties file at all. */
    static Optional<Decoded> decode(String text) {
        return PropertyLines.read(text).map(SettingsText::decode);
    }

    private static Decoded decode(SortedMap<String, String> lines) {
        ValueReader values = new ValueReader(lines);
        Settings usual = Settings.DEFAULTS;
        Settings settings = new Settings( //
                values.take("theme", usual.theme(), Values::theme), //
                values.take("palette", usual.palette(), Values::palette), //
                values.take("text.percent", usual.textSize(), Values::textSize), //
                new Marks(values.take("marks.shown", usual.marks().on(), Values::flag), //
                        values.take("marks.seconds", usual.marks().seconds(), Values::markSeconds)), //
                values.take("interval.ms", usual.interval(), Values::interval), //
                values.take("cpu.percent", usual.share(), Values::share), //
                values.take("host.names", usual.hostNames(), Values::flag), //
                values.take("confirmation", usual.confirmation(), Values::confirmation), //
                values.take("window", usual.geometry(), Values::geometry), //
                values.take("inspector.width", usual.inspectorWidth(), Values::inspectorWidth), //
                values.take("inspector.open", usual.inspectorOpen(), Values::flag), //
                values.take("screen", usual.lastScreen(), Values::name), //
                values.screens(), //
                KeptQueries.filters(values), //
                KeptQueries.history(values), //
                values.take("welcomed", usual.welcomed(), Values::flag));
        return new Decoded(settings, values.left(), values.bad());
    }

    /** Writes settings, together with the keys that are not ours. */
    static String encode(Settings settings, Map<String, String> unknown) {
        SortedMap<String, String> lines = new TreeMap<>(unknown);
        Settings usual = Settings.DEFAULTS;
        put(lines, "theme", Values.text(settings.theme()), Values.text(usual.theme()));
        put(lines, "palette", Values.text(settings.palette()), Values.text(usual.palette()));
        put(lines, "text.percent", Integer.toString(settings.textSize()), Integer.toString(usual.textSize()));
        put(lines, "marks.shown", Boolean.toString(settings.marks().on()), Boolean.toString(usual.marks().on()));
        put(lines, "marks.seconds", Integer.toString(settings.marks().seconds()), Integer.toString(usual.marks().seconds()));
        put(lines, "interval.ms", Values.text(settings.interval()), Values.text(usual.interval()));
        put(lines, "cpu.percent", Integer.toString(settings.share()), Integer.toString(usual.share()));
        put(lines, "host.names", Boolean.toString(settings.hostNames()), Boolean.toString(usual.hostNames()));
        put(lines, "confirmation", Values.text(settings.confirmation()), Values.text(usual.confirmation()));
        settings.geometry().ifPresent(geometry -> lines.put("window", Values.text(geometry)));
        put(lines, "inspector.width", Integer.toString(settings.inspectorWidth()), Integer.toString(usual.inspectorWidth()));
        put(lines, "inspector.open", Boolean.toString(settings.inspectorOpen()), Boolean.toString(usual.inspectorOpen()));
        put(lines, "screen", settings.lastScreen(), usual.lastScreen());
        settings.screens().forEach((name, choice) -> {
            put(lines, "screen." + name + ".columns", Values.text(choice.columns()), "");
            put(lines, "screen." + name + ".sort", Values.sortText(choice), "");
            put(lines, "screen." + name + ".grouping", choice.grouping(), "");
        });
        KeptQueries.write(settings, lines);
        put(lines, "welcomed", Boolean.toString(settings.welcomed()), Boolean.toString(usual.welcomed()));
        return PropertyLines.write(lines);
    }

    private static void put(Map<String, String> lines, String key, String value, String usual) {
        if (!value.equals(usual)) {
            lines.put(key, value);
        }
    }
}
