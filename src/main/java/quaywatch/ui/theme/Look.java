package quaywatch.ui.theme;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import quaywatch.settings.Palette;

/** The style sheets of a theme. */
public enum Look {
    LIGHT, DARK, CONTRAST;

    private static final List<String> PARTS = List.of("modena", "base", "frame", "table", "inspector", "dialog", "charts", "portmap");

    /** What the desktop asks for now. */
    public static Look ofSystem() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    /**
     * Dresses the scene, and the popups of every scene: those take over a scene's own sheets, but not the theme below them. FX thread.
     *
     * @param sizes    how large everything is
     * @param palette  which hues
     */
    public void apply(Scene scene, Sizes sizes, Palette palette) {
        ScaledSheet scaled = new ScaledSheet(sizes);
        Application.setUserAgentStylesheet(scaled.of(theme()));
        scene.getStylesheets().setAll(sheets(palette).stream().map(scaled::of).toList());
    }

    /** The address of the theme below them. */
    String theme() {
        String name = (isDark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
        return Objects.requireNonNull(Look.class.getResource(name), name).toExternalForm();
    }

    /** The addresses of the sheets, as they are for the usual size. */
    List<String> sheets(Palette palette) {
        List<String> sheets = new ArrayList<>();
        String name = name().toLowerCase(Locale.ROOT);
        sheets.add(sheet(name));
        PARTS.forEach(part -> sheets.add(sheet(part)));
        if (palette == Palette.SAFE) {
            sheets.add(sheet("safe-" + name));
        }
        return sheets;
    }

    /** Whether light text stands on dark ground. */
    public boolean isDark() {
        return this != LIGHT;
    }

    private static String sheet(String name) {
        URL url = Look.class.getResource("/quaywatch/css/" + name + ".css");
        return Objects.requireNonNull(url, "style sheet " + name).toExternalForm();
    }
}
