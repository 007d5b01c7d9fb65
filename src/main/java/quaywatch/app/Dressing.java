package quaywatch.app;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Subscription;

import quaywatch.settings.Theme;
import quaywatch.ui.MainViewModel;
import quaywatch.ui.theme.Look;

/** Keeps the window in the theme, colours and text size that were chosen, and as the desktop has it where that was chosen. FX thread only. */
final class Dressing implements AutoCloseable {

    private final Scene scene;
    private final MainViewModel model;
    /** The desktop outlives the window. */
    private final Subscription desktop;

    /** Dresses the scene at once. */
    Dressing(Scene scene, MainViewModel model) {
        this.scene = scene;
        this.model = model;
        model.sizes().addListener((_, _, _) -> apply());
        model.preferences().palette().addListener((_, _, _) -> apply());
        model.theme().addListener((_, _, _) -> apply());
        desktop = Platform.getPreferences().colorSchemeProperty().subscribe(this::apply);
        apply();
    }

    private void apply() {
        look().apply(scene, model.sizes().getValue(), model.preferences().palette().get());
    }

    private Look look() {
        return switch (model.theme().get()) {
            case SYSTEM -> Look.ofSystem();
            case LIGHT -> Look.LIGHT;
            case DARK -> Look.DARK;
            case CONTRAST -> Look.CONTRAST;
        };
    }

    /** From light to dark or back. */
    void switchTheme() {
        model.theme().set(look().isDark() ? Theme.LIGHT : Theme.DARK);
    }

    @Override
    public void close() {
        desktop.unsubscribe();
    }
}
