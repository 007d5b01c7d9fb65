package quaywatch.ui.settings;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import quaywatch.settings.Confirmation;
import quaywatch.settings.Marks;
import quaywatch.settings.Palette;
import quaywatch.settings.Settings;
import quaywatch.settings.Theme;

/** What the user prefers, for the parts of the window that follow it; not what a single screen remembers. No controls; FX thread only. */
public final class PreferencesViewModel {

    /** The text sizes to choose from, in percent, ascending. */
    public static final List<Integer> TEXT_SIZES = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Settings.DEFAULTS.theme());
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Settings.DEFAULTS.palette());
    private final ObjectProperty<Integer> textSize = new SimpleObjectProperty<>(Settings.DEFAULTS.textSize());
    private final ObjectProperty<Marks> marks = new SimpleObjectProperty<>(Settings.DEFAULTS.marks());
    private final ObjectProperty<Duration> interval;
    private final ObjectProperty<Integer> share = new SimpleObjectProperty<>(Settings.DEFAULTS.share());
    private final BooleanProperty hostNames = new SimpleBooleanProperty(Settings.DEFAULTS.hostNames());
    private final ObjectProperty<Confirmation> confirmation = new SimpleObjectProperty<>(Settings.DEFAULTS.confirmation());
    private final BooleanProperty welcomed = new SimpleBooleanProperty(Settings.DEFAULTS.welcomed());

    /** @param interval  the time between two looks, which the header can change too */
    public PreferencesViewModel(ObjectProperty<Duration> interval) {
        this.interval = interval;
    }

    /** Colours. */
    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** Hues. */
    public ObjectProperty<Palette> palette() {
        return palette;
    }

    /** Whether the hint for a new user has been read. */
    public BooleanProperty welcomed() {
        return welcomed;
    }

    /** How large text and all that goes with it is, in percent of the usual size. */
    public ObjectProperty<Integer> textSize() {
        return textSize;
    }

    /** The colours of what is new, has changed or was closed. */
    public ObjectProperty<Marks> marks() {
        return marks;
    }

    /** The time between two looks. */
    public ObjectProperty<Duration> interval() {
        return interval;
    }

    /** How much of one processor core looking may take, in percent. */
    public ObjectProperty<Integer> share() {
        return share;
    }

    /** Whether the user's resolver is asked for the names of far hosts. */
    public BooleanProperty hostNames() {
        return hostNames;
    }

    /** When a stop asks first. */
    public ObjectProperty<Confirmation> confirmation() {
        return confirmation;
    }

    /** Takes over what was kept. */
    public void show(Settings settings) {
        theme.set(settings.theme());
        palette.set(settings.palette());
        welcomed.set(settings.welcomed());
        textSize.set(settings.textSize());
        marks.set(settings.marks());
        interval.set(settings.interval());
        share.set(settings.share());
        hostNames.set(settings.hostNames());
        confirmation.set(settings.confirmation());
    }

    /** The settings with what is preferred now. */
    public Settings in(Settings settings) {
        return settings.withTheme(theme.get()).withPalette(palette.get()).withWelcomed(welcomed.get()).withTextSize(textSize.get())
                .withMarks(marks.get()).withInterval(interval.get())
                .withShare(share.get()).withHostNames(hostNames.get()).withConfirmation(confirmation.get());
    }

    /** Calls at each change. */
    public void listen(Runnable changed) {
        List<Property<?>> all = List.of(theme, palette, welcomed, textSize, marks, interval, share, hostNames, confirmation);
        all.forEach(property -> property.addListener((_, _, _) -> changed.run()));
    }
}
