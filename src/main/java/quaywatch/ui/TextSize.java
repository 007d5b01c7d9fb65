package quaywatch.ui;

import javafx.beans.property.ObjectProperty;

import quaywatch.settings.Settings;
import quaywatch.ui.settings.PreferencesViewModel;

/** The steps that keys and menu take through the text sizes. FX thread only. */
final class TextSize {

    private final ObjectProperty<Integer> percent;

    TextSize(ObjectProperty<Integer> percent) {
        this.percent = percent;
    }

    void larger() {
        percent.set(PreferencesViewModel.TEXT_SIZES.stream().filter(step -> step > percent.get()).findFirst().orElse(percent.get()));
    }

    void smaller() {
        percent.set(
                PreferencesViewModel.TEXT_SIZES.reversed().stream().filter(step -> step < percent.get()).findFirst().orElse(percent.get()));
    }

    void usual() {
        percent.set(Settings.DEFAULTS.textSize());
    }
}
