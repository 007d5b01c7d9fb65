package quaywatch.ui.header;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import quaywatch.text.Words;
import quaywatch.ui.kit.Chip;
import quaywatch.ui.kit.Key;
import quaywatch.ui.theme.Icons;
import quaywatch.ui.theme.Sizes;

/**
 * The chips at the start of the query field. Left or Backspace at the start of the text chooses the last one; then Left and Right go from one
 * to the next, Delete takes it away and Enter makes text of it again. The focus stays in the field all the time. Chips without room are
 * folded into a number; the chosen one is always in sight.
 */
final class ChipRow extends HBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int WIDE_CHIPS = 3;
    private static final int NARROW_CHIPS = 2;
    /** Room for the icon, some text being typed and the button at the end. */
    private static final double BESIDE_CHIPS = 136;
    /** What shows a field and the start of its value. */
    private static final double LEAST_CHIP = 104;
    /** What the icon and the button at the end take by themselves. */
    private static final double FRAME = 76;

    private final FiltersViewModel filters;
    private final ObservableValue<Sizes> sizes;
    private final Words words;
    private final TextField field;
    /** The same one all the time: a new one has its size only after the field has given the text its place. */
    private final FontIcon glass = Icons.of(MaterialDesignM.MAGNIFY);
    private boolean narrow;
    /** Index of the chosen chip; -1 while none is. */
    private int chosen = -1;

    ChipRow(FiltersViewModel filters, ObservableValue<Sizes> sizes, Words words, TextField field) {
        this.filters = filters;
        this.sizes = sizes;
        this.words = words;
        this.field = field;
        getStyleClass().add("query-left");
        field.setAccessibleText(words.get("ui.header.query.name"));
        filters.chips().subscribe(() -> choose(Math.min(chosen, filters.chips().size() - 1)));
        field.focusedProperty().subscribe(_ -> choose(-1));
        field.widthProperty().subscribe(_ -> show());
        sizes.addListener((_, _, _) -> show());
    }

    void setNarrow(boolean on) {
        narrow = on;
        show();
    }

    // ---- keys

    /** Whether a key was meant for the chips. */
    boolean pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown() || event.getCode().isModifierKey()) {
            return false;
        }
        return chosen < 0 ? enters(event) : goes(event);
    }

    private boolean enters(KeyEvent event) {
        boolean atStart = field.getCaretPosition() == 0 && field.getSelection().getLength() == 0 && !filters.chips().isEmpty();
        return atStart && Key.LAST_CHIP.matches(event) && choose(filters.chips().size() - 1);
    }

    private boolean goes(KeyEvent event) {
        int at = chosen;
        int count = filters.chips().size();
        if (Key.DROP_CHIP.matches(event)) {
            return remove(at, at);
        }
        if (Key.EDIT_CHIP.matches(event)) {
            field.positionCaret(filters.editChip(at));
            return choose(-1);
        }
        return switch (event.getCode()) {
            case LEFT -> choose(Math.max(0, at - 1));
            case RIGHT -> choose(at + 1 < count ? at + 1 : -1);
            case HOME -> choose(0);
            case END, ESCAPE -> choose(-1);
            case BACK_SPACE -> remove(at, Math.max(0, at - 1));
            default -> {
                choose(-1);
                yield false;
            }
        };
    }

    private boolean remove(int at, int then) {
        filters.chips().remove(at);
        return choose(Math.min(then, filters.chips().size() - 1));
    }

    private boolean choose(int at) {
        chosen = at;
        field.setAccessibleText(at < 0 ? words.get("ui.header.query.name") : words.get("ui.header.chip", filters.chips().get(at)));
        show();
        return true;
    }

    private void chooseByMouse(int at) {
        field.requestFocus();
        choose(at);
    }

    // ---- what is shown

    private void show() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < Math.min(narrow ? NARROW_CHIPS : WIDE_CHIPS, filters.chips().size()); i++) {
            places.add(i);
        }
        show(places);
        while (places.size() > 1 && !fits()) {
            places.removeLast();
            show(places);
        }
        if (places.size() == 1 && field.getWidth() > 0) {
            fit(places);
        }
    }

    /** The only one in sight is cut to the room it has; where the others' number leaves it none, the number stands for all unless one is chosen. */
    private void fit(List<Integer> places) {
        double least = sizes.getValue().of(LEAST_CHIP);
        double beside = getChildren().size() > 2 ? taken() - ((Chip) getChildren().get(1)).prefWidth(-1) : 0;
        if (field.getWidth() >= least + beside + sizes.getValue().of(FRAME)) {
            ((Chip) getChildren().get(1)).setMaxWidth(Math.max(least, room() - beside));
        } else if (chosen < 0) {
            places.clear();
            show(places);
        } else {
            getChildren().subList(2, getChildren().size()).clear();
            ((Chip) getChildren().get(1)).setMaxWidth(Math.max(0, field.getWidth() - sizes.getValue().of(FRAME)));
        }
    }

    /** The chosen one stands in for the last that has room. */
    private void show(List<Integer> places) {
        if (chosen >= places.size() && !places.isEmpty()) {
            places.set(places.size() - 1, chosen);
        }
        getChildren().setAll(glass);
        places.forEach(place -> getChildren().add(chip(place)));
        List<String> folded = new ArrayList<>();
        int first = -1;
        for (int i = 0; i < filters.chips().size(); i++) {
            if (!places.contains(i)) {
                folded.add(filters.chips().get(i));
                first = first < 0 ? i : first;
            }
        }
        if (!folded.isEmpty()) {
            getChildren().add(rest(folded, first));
        }
    }

    private Chip chip(int place) {
        String term = filters.chips().get(place);
        Chip chip = new Chip(term, words.get("ui.header.lift", term), () -> filters.lift(term));
        chip.pseudoClassStateChanged(CHOSEN, place == chosen);
        chip.setOnMouseClicked(_ -> chooseByMouse(place));
        return chip;
    }

    private Chip rest(List<String> folded, int first) {
        Chip rest = new Chip("+" + folded.size());
        Tooltip.install(rest, new Tooltip(String.join("  ", folded)));
        rest.setOnMouseClicked(_ -> chooseByMouse(first));
        return rest;
    }

    private double room() {
        return field.getWidth() - sizes.getValue().of(BESIDE_CHIPS);
    }

    private boolean fits() {
        if (field.getWidth() == 0) {
            return true;
        }
        return taken() <= room();
    }

    private double taken() {
        applyCss();
        return getChildren().stream().filter(Chip.class::isInstance).mapToDouble(chip -> chip.prefWidth(-1) + getSpacing()).sum();
    }
}
