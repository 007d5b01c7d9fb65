package quaywatch.ui.nav;

import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import quaywatch.view.Stretch;

/** The stretch of time that a brush stands for and that the query holds. FX thread. */
public interface TimeFilter {

    /** Filters by this stretch instead of the one before. */
    void choose(Stretch stretch);

    /** Back to now. */
    void clear();

    /** The stretch filtered by; null for now. */
    ObservableValue<@Nullable Stretch> chosen();
}
