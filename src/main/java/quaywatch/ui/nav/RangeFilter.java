package quaywatch.ui.nav;

import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import quaywatch.model.PortClass;

/** The filter by port range that the cards and the chips stand for. FX thread. */
public interface RangeFilter {

    /** Filters by this range, or lifts that filter. */
    void toggle(PortClass range);

    /** The range filtered by; null if none. */
    ObservableValue<@Nullable PortClass> chosen();
}
