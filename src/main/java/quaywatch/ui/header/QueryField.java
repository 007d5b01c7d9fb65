package quaywatch.ui.header;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.query.QueryError;
import quaywatch.query.Suggestions.Suggestion;
import quaywatch.text.Words;
import quaywatch.ui.header.SuggestionsViewModel.Completion;
import quaywatch.ui.header.SuggestionsViewModel.Offer;
import quaywatch.ui.header.SuggestionsViewModel.Past;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Field;
import quaywatch.ui.kit.Key;
import quaywatch.ui.theme.Sizes;

/**
 * The query: chips for finished terms, then the text being typed, with a list of what may stand there. Enter makes chips of the
 * text.
 */
final class QueryField extends Field {

    private static final double BESIDE_PROMPT = 16;
    private static final List<String> PROMPTS = List.of("ui.header.query", "ui.header.query.short", "ui.header.query.name");

    private final HeaderViewModel model;
    private final ObservableValue<Sizes> sizes;
    private final Words words;
    private final ChipRow chips;
    private final HBox right = new HBox();
    /** The same one all the time, for it may have the focus. */
    private final Button clear;
    private final Label key;
    private final SuggestionList list;
    private boolean narrow;
    /** Whether text was typed since the list was last asked for: the caret follows later than the text. */
    private boolean typing;

    QueryField(HeaderViewModel model, ObservableValue<Sizes> sizes, Words words) {
        this.model = model;
        this.sizes = sizes;
        this.words = words;
        this.clear = Controls.iconButton("clear", MaterialDesignC.CLOSE_CIRCLE_OUTLINE, words.get("ui.header.clear"),
                model.filters()::clear);
        this.key = Controls.key(words.get("ui.key.query"));
        setId("query");
        setTooltip(new Tooltip(words.get("ui.header.query.hint")));
        right.getStyleClass().add("query-right");
        chips = new ChipRow(model.filters(), sizes, words, this);
        setLeft(chips);
        setRight(right);
        // The field does not hear by itself that what lies in it has grown with the text.
        chips.insetsProperty().subscribe(this::requestLayout);
        getStyleClass().add("query-field");
        textProperty().bindBidirectional(model.filters().typed());
        model.filters().chips().subscribe(this::showEnds);
        textProperty().subscribe(this::showEnds);
        model.filters().port().subscribe(this::showEnds);
        widthProperty().subscribe(this::showPrompt);
        fontProperty().subscribe(this::showPrompt);
        list = new SuggestionList(model.suggestions(), words, this, sizes, this::take);
        model.filters().typedError().subscribe(this::showError);
        model.suggestions().offers().subscribe(this::showError);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        followTyping();
        showEnds();
    }

    /** The list of suggestions, to be laid over the window. */
    Node suggestions() {
        return list;
    }

    private void followTyping() {
        textProperty().addListener((_, _, text) -> {
            typing = isFocused() && !text.isBlank();
            if (!typing) {
                model.suggestions().close();
            }
        });
        caretPositionProperty().addListener((_, _, caret) -> {
            if (typing || model.suggestions().isOpen()) {
                typing = false;
                model.suggestions().ask(getText(), caret.intValue());
            }
        });
        focusedProperty().addListener((_, _, focused) -> {
            model.suggestions().close();
            if (!focused && !getText().isBlank()) {
                model.used();
            }
        });
    }

    /** While there is something to choose from, what is typed there is not wrong but unfinished; what is wrong before it is marked, uncovered. */
    private void showError() {
        QueryError error = model.filters().typedError().get();
        boolean unfinished = error != null && model.suggestions().mayMend(error);
        ErrorBubble.show(this, unfinished ? null : error, 0, words, !model.suggestions().isOpen());
    }

    private void take(Offer offer) {
        switch (offer) {
            case Completion(Suggestion suggestion) -> {
                model.filters().typed().set(suggestion.in(getText()));
                positionCaret(suggestion.caret());
                if (suggestion.isOpen()) {
                    model.suggestions().ask(getText(), suggestion.caret());
                } else {
                    model.suggestions().close();
                }
            }
            case Past(String query) -> {
                model.use(query);
                model.suggestions().close();
            }
        }
    }

    /** In a narrow window fewer chips are shown and the picture of the key leaves. */
    void setNarrow(boolean on) {
        if (narrow != on) {
            narrow = on;
            chips.setNarrow(on);
            showEnds();
        }
    }

    private void pressed(KeyEvent event) {
        if (inList(event) || chips.pressed(event)) {
            event.consume();
        } else if (Key.FINISH.matches(event)) {
            model.finishTyping();
            event.consume();
        }
    }

    /** Whether a key was meant for the list. */
    private boolean inList(KeyEvent event) {
        SuggestionsViewModel offered = model.suggestions();
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return false;
        }
        if (Key.SUGGEST.matches(event) && !offered.isOpen()) {
            offered.askAll(getText(), getCaretPosition());
            return true;
        }
        return offered.isOpen() && switch (event.getCode()) {
            case DOWN -> step(1);
            case UP -> step(-1);
            case ENTER, TAB -> takeChoice();
            case ESCAPE -> {
                offered.close();
                yield true;
            }
            default -> false;
        };
    }

    private boolean step(int by) {
        model.suggestions().step(by);
        return true;
    }

    private boolean takeChoice() {
        Offer choice = model.suggestions().choice();
        if (choice != null) {
            take(choice);
        }
        return choice != null;
    }

    private void showEnds() {
        right.getChildren().setAll(model.filters().any() ? clear : narrow ? new HBox() : key);
        showPrompt();
    }

    /** The longest one that there is room for: a prompt is cut in the middle of a letter. */
    private void showPrompt() {
        chips.applyCss();
        right.applyCss();
        double room = getWidth() - chips.prefWidth(-1) - right.prefWidth(-1) - sizes.getValue().of(BESIDE_PROMPT);
        String prompt = PROMPTS.stream().map(words::get).filter(text -> width(text) <= room).findFirst()
                .orElse(words.get(PROMPTS.getLast()));
        setPromptText(model.filters().chips().isEmpty() ? prompt : "");
    }

    private double width(String text) {
        Text measured = new Text(text);
        measured.setFont(getFont());
        return measured.getLayoutBounds().getWidth();
    }
}
