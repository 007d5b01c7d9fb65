package quaywatch.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import quaywatch.settings.Palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** WCAG AA: text stands out from its ground by 4.5 to 1, a mark by 3 to 1. And no colour of the sheets goes without being measured. */
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double MARK = 3;

    /** What rows and panels are drawn on. */
    private static final Set<String> GROUNDS = Set.of("-color-bg-default", "-color-bg-subtle", "-qw-overlay", "-qw-row-selected",
            "-qw-row-new", "-qw-row-changed", "-qw-row-closed", "-qw-advice", "-qw-good-band", "-qw-warn-band", "-qw-bad-band", "-qw-chip");
    /** Text that may stand on any of them. */
    private static final Set<String> WORDS = Set.of("-color-fg-default", "-color-fg-muted", "-color-accent-fg", "-qw-danger-fg",
            "-qw-st-stuck", "-qw-st-bound", "-qw-st-closing");
    /** Icons and signs that may stand on any of them. */
    private static final Set<String> MARKS = Set.of("-qw-exp-here", "-qw-exp-address", "-qw-exp-every", "-qw-exp-namespace",
            "-qw-st-listen", "-qw-st-open", "-qw-st-opening", "-qw-st-closing", "-qw-st-stuck", "-qw-st-wait", "-qw-st-bound",
            "-qw-mark-new", "-qw-mark-changed", "-qw-mark-closed", "-qw-in", "-qw-out");
    /** Text and marks with a ground of their own: foreground, ground, least. */
    private static final List<Pair> OWN = List.of(new Pair("-color-fg-default", "-qw-pressed", TEXT),
            new Pair("-color-fg-muted", "-qw-pressed", TEXT), new Pair("-qw-chip-fg", "-qw-chip", TEXT),
            new Pair("white", "-color-accent-emphasis", TEXT), new Pair("white", "-color-danger-emphasis", TEXT),
            new Pair("-color-bg-default", "-color-fg-default", TEXT), new Pair("-color-accent-emphasis", "-color-bg-default", MARK),
            new Pair("-qw-faint", "-color-bg-default", MARK), new Pair("-qw-exp-here", "-qw-bar", MARK),
            new Pair("-qw-exp-address", "-qw-bar", MARK), new Pair("-qw-exp-every", "-qw-bar", MARK),
            new Pair("-qw-exp-namespace", "-qw-bar", MARK), plotted("-qw-series-1"), plotted("-qw-series-2"), plotted("-qw-series-3"),
            plotted("-qw-series-4"), plotted("-qw-series-5"), plotted("-qw-series-other"), plotted("-qw-plot-open"),
            plotted("-qw-plot-listen"), plotted("-qw-plot-wait"), plotted("-qw-plot-rest"));
    /** They only part or shade, and say nothing. */
    private static final Set<String> SILENT = Set.of("-qw-hairline", "-qw-scrim", "-qw-shadow", "-qw-hatch", "-color-border-default",
            "-color-border-muted", "-color-border-subtle", "transparent", "null");

    private static final Pattern DECLARATION = Pattern.compile("(?<=[{;\\s])(-[a-z0-9-]+)\\s*:\\s*([^;{}]+)");

    private record Pair(String front, String ground, double least) {}

    /** A layer of a plot. */
    private static Pair plotted(String name) {
        return new Pair(name, "-color-bg-default", MARK);
    }

    @ParameterizedTest
    @MethodSource("dresses")
    void everyTextAndMarkStandsOutFromItsGround(Look look, Palette palette) {
        Map<String, String> colours = colours(look, palette);
        assertEquals(List.of(),
                pairs().filter(pair -> ratio(colour(pair.front(), colours), colour(pair.ground(), colours)) < least(pair, look))
                        .map(pair -> pair.front() + " on " + pair.ground()).toList());
    }

    /** With high contrast it is more (AAA for text); only what has to do with the accent or with danger keeps its colour in every theme. */
    private static double least(Pair pair, Look look) {
        boolean kept = (pair.front() + pair.ground()).contains("-emphasis");
        return look != Look.CONTRAST || kept ? pair.least() : pair.least() == TEXT ? 7 : TEXT;
    }

    private static Stream<Arguments> dresses() {
        return Stream.of(Look.values()).flatMap(look -> Stream.of(Palette.values()).map(palette -> Arguments.of(look, palette)));
    }

    @ParameterizedTest
    @EnumSource
    void everyColourOfAThemeIsMeasuredOrSilent(Look look) {
        Set<String> measured = pairs().flatMap(pair -> Stream.of(pair.front(), pair.ground())).collect(Collectors.toSet());
        Set<String> own = new TreeSet<>(declarations(look.sheets(Palette.USUAL).getFirst()).keySet());
        own.removeIf(name -> measured.contains(name) || SILENT.contains(name));
        assertEquals(Set.of(), own);
    }

    /** A sheet that writes or draws in a colour nobody measured, or on one, is found here. */
    @ParameterizedTest
    @EnumSource
    void theSheetsWriteAndDrawInMeasuredColoursOnly(Look look) {
        Set<String> fronts = pairs().map(Pair::front).collect(Collectors.toSet());
        Set<String> grounds = pairs().map(Pair::ground).collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        for (String sheet : look.sheets(Palette.USUAL).subList(2, look.sheets(Palette.USUAL).size())) {
            DECLARATION.matcher(read(sheet)).results().forEach(found -> {
                boolean ground = found.group(1).equals("-fx-background-color");
                boolean front = Set.of("-fx-text-fill", "-fx-icon-color", "-fx-prompt-text-fill", "-fx-tick-label-fill")
                        .contains(found.group(1));
                for (String name : found.group(2).strip().split("\\s*,\\s*")) {
                    if (front && !fronts.contains(name) || ground && !grounds.contains(name) && !fronts.contains(name)
                            && !SILENT.contains(name) && !name.startsWith("#")) {
                        unknown.add(found.group(1) + ": " + name);
                    }
                }
            });
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertEquals(21, ratio(Color.BLACK, Color.WHITE), 0.001);
        assertEquals(4.54, ratio(Color.web("#767676"), Color.WHITE), 0.01);
    }

    private static Stream<Pair> pairs() {
        Stream<Pair> words = GROUNDS.stream().flatMap(ground -> WORDS.stream().map(word -> new Pair(word, ground, TEXT)));
        Stream<Pair> marks = GROUNDS.stream().flatMap(ground -> MARKS.stream().map(mark -> new Pair(mark, ground, MARK)));
        return Stream.of(words, marks, OWN.stream()).flatMap(pairs -> pairs);
    }

    // ---- reading the sheets

    private static Map<String, String> colours(Look look, Palette palette) {
        Map<String, String> colours = new HashMap<>(declarations(look.theme()));
        look.sheets(palette).forEach(sheet -> colours.putAll(declarations(sheet)));
        return colours;
    }

    private static Map<String, String> declarations(String sheet) {
        return DECLARATION.matcher(read(sheet)).results().filter(found -> found.group(1).matches("-(qw|color)-.*"))
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2).strip(), (first, _) -> first));
    }

    private static String read(String address) {
        try (var in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Color colour(String name, Map<String, String> colours) {
        String value = colours.get(name);
        return value == null ? Color.web(name) : colour(value, colours);
    }

    // ---- WCAG 2.1, relative luminance

    private static double ratio(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
