package quaywatch.ui.kit;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

import org.controlsfx.control.SegmentedButton;

/** Buttons side by side of which exactly one is chosen, by a click or by an arrow key. */
public final class Choice {

    private Choice() {}

    /**
     * @param values  what can be chosen, in order
     * @param button  makes the button of a value
     * @param chosen  the value that is chosen now
     * @param choose  hears what the user chooses
     */
    public static <T> SegmentedButton of(T[] values, Function<T, ToggleButton> button, ObservableValue<T> chosen, Consumer<T> choose) {
        SegmentedButton row = new SegmentedButton();
        for (T value : values) {
            ToggleButton one = button.apply(value);
            one.setMinWidth(Region.USE_PREF_SIZE);
            // A click on the chosen one would leave none chosen.
            one.setOnAction(_ -> one.setSelected(true));
            chosen.subscribe(now -> one.setSelected(now.equals(value)));
            // An arrow key selects the next button, but fires no action.
            one.selectedProperty().addListener((_, _, on) -> {
                if (on && !value.equals(chosen.getValue())) {
                    choose.accept(value);
                }
            });
            row.getButtons().add(one);
        }
        return row;
    }
}
