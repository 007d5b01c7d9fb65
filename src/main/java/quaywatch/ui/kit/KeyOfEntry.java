package quaywatch.ui.kit;

import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** A key beside an entry of a menu, called there what the list of keys calls it: JavaFX itself would draw a sign for Enter. */
final class KeyOfEntry extends KeyCombination {

    private final KeyCodeCombination combination;
    private final String name;

    KeyOfEntry(KeyCodeCombination combination, String name) {
        this.combination = combination;
        this.name = name;
    }

    @Override
    public boolean match(KeyEvent event) {
        return combination.match(event);
    }

    @Override
    public String getName() {
        return combination.getName();
    }

    @Override
    public String getDisplayText() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyOfEntry key && key.combination.equals(combination);
    }

    @Override
    public int hashCode() {
        return combination.hashCode();
    }
}
