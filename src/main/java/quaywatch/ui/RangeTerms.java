package quaywatch.ui;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import quaywatch.model.PortClass;
import quaywatch.ui.header.FiltersViewModel;
import quaywatch.ui.nav.RangeFilter;

/** The filter by port range, kept as a term of the query: a choice takes the place of all of them. FX thread only. */
final class RangeTerms implements RangeFilter {

    private final FiltersViewModel filters;
    private final ReadOnlyObjectWrapper<@Nullable PortClass> range = new ReadOnlyObjectWrapper<>();

    RangeTerms(FiltersViewModel filters) {
        this.filters = filters;
        filters.chips().subscribe(this::find);
    }

    @Override
    public ObservableValue<@Nullable PortClass> chosen() {
        return range.getReadOnlyProperty();
    }

    @Override
    public void toggle(PortClass clicked) {
        boolean lift = range.get() == clicked;
        filters.chips().removeAll(Stream.of(PortClass.values()).map(RangeTerms::term).toList());
        if (!lift) {
            filters.add(term(clicked));
        }
    }

    private void find() {
        range.set(Stream.of(PortClass.values()).filter(known -> filters.chips().contains(term(known))).findFirst().orElse(null));
    }

    private static String term(PortClass range) {
        return "lport:" + range.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
