package quaywatch.ui;

import java.util.List;
import javafx.beans.property.ObjectProperty;

import quaywatch.settings.Settings;

/** The steps that keys and menu take through the text sizes. FX thread only. */
public final class TextSize {

    /** In percent, ascending. */
    public static final List<Integer> STEPS = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    private final ObjectProperty<Integer> percent;

    TextSize(ObjectProperty<Integer> percent) {
        this.percent = percent;
    }

    void larger() {
        percent.set(STEPS.stream().filter(step -> step > percent.get()).findFirst().orElse(percent.get()));
    }

    void smaller() {
        percent.set(STEPS.reversed().stream().filter(step -> step < percent.get()).findFirst().orElse(percent.get()));
    }

    void usual() {
        percent.set(Settings.DEFAULTS.textSize());
    }
}
