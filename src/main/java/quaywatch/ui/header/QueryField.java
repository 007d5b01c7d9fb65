package quaywatch.ui.header;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import quaywatch.text.Words;
import quaywatch.ui.kit.Chip;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.theme.Icons;

/** The query: chips for finished terms, then the text being typed. Enter makes chips, Backspace at the start takes the last one back. */
final class QueryField extends CustomTextField {

    private static final int WIDE_CHIPS = 3;
    private static final int NARROW_CHIPS = 2;
    /** Room for the icon, the count of folded chips, some text being typed and the button at the end. */
    private static final double BESIDE_CHIPS = 160;
    private static final double LEAST_CHIP = 80;

    private final HeaderViewModel model;
    private final Words words;
    private final HBox left = new HBox();
    private final HBox right = new HBox();
    /** The same one all the time, for it may have the focus. */
    private final Button clear;
    private final Label key;
    private boolean narrow;

    QueryField(HeaderViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.clear = Controls.iconButton("clear", MaterialDesignC.CLOSE_CIRCLE_OUTLINE, words.get("ui.header.clear"), model::clear);
        this.key = Controls.key(words.get("ui.key.query"));
        setId("query");
        setAccessibleText(words.get("ui.header.query.name"));
        setTooltip(new Tooltip(words.get("ui.header.query.hint")));
        left.getStyleClass().add("query-left");
        right.getStyleClass().add("query-right");
        setLeft(left);
        setRight(right);
        setMinWidth(180);
        setPrefWidth(300);
        textProperty().bindBidirectional(model.typed());
        model.chips().subscribe(this::showChips);
        textProperty().subscribe(this::showChips);
        model.port().subscribe(this::showChips);
        widthProperty().subscribe(this::showChips);
        model.typedError().subscribe(error -> ErrorBubble.show(this, error, 0, words));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        showChips();
    }

    /** In a narrow window fewer chips are shown and the picture of the key leaves. */
    void setNarrow(boolean on) {
        if (narrow != on) {
            narrow = on;
            showChips();
        }
    }

    private void pressed(KeyEvent event) {
        if (Key.FINISH.matches(event)) {
            model.finishTyping();
        } else if (Key.LAST_CHIP.matches(event) && getCaretPosition() == 0 && getSelection().getLength() == 0
                && !model.chips().isEmpty()) {
            positionCaret(model.editLastChip());
        } else {
            return;
        }
        event.consume();
    }

    private void showChips() {
        int most = Math.min(narrow ? NARROW_CHIPS : WIDE_CHIPS, model.chips().size());
        List<Chip> shown = new ArrayList<>(model.chips().stream().limit(most).map(this::chip).toList());
        left.getChildren().setAll(Icons.of(MaterialDesignM.MAGNIFY));
        left.getChildren().addAll(shown);
        fit(shown);
        List<String> folded = model.chips().subList(shown.size(), model.chips().size());
        if (!folded.isEmpty()) {
            Chip rest = new Chip("+" + folded.size());
            Tooltip.install(rest, new Tooltip(String.join("  ", folded)));
            left.getChildren().add(rest);
        }
        setPromptText(model.chips().isEmpty() ? words.get(narrow ? "ui.header.query.short" : "ui.header.query") : "");
        right.getChildren().setAll(model.filters() ? clear : narrow ? new HBox() : key);
    }

    private Chip chip(String term) {
        return new Chip(term, words.get("ui.header.lift", term), () -> model.lift(term));
    }

    /** Takes chips away until there is room to type; the first one stays, and is cut if it must be. */
    private void fit(List<Chip> shown) {
        if (shown.isEmpty() || getWidth() == 0) {
            return;
        }
        left.applyCss();
        double room = getWidth() - BESIDE_CHIPS;
        while (shown.size() > 1 && shown.stream().mapToDouble(chip -> chip.prefWidth(-1)).sum() > room) {
            left.getChildren().remove(shown.removeLast());
        }
        shown.getFirst().setMaxWidth(Math.max(LEAST_CHIP, room));
    }
}
