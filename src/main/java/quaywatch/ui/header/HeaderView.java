package quaywatch.ui.header;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import quaywatch.text.Words;
import quaywatch.ui.kit.Choice;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Field;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Intervals;
import quaywatch.ui.theme.Icons;
import quaywatch.ui.theme.Sizes;
import quaywatch.view.Scope;

/** The header. Everything it asks for goes to its view model; what it asks of the window goes through {@link Actions}. */
public final class HeaderView extends HBox {

    /** What the header asks of the window. */
    public interface Actions {

        /** Moves the focus to the first row. */
        void toRows();

        /** Shows the plan for the first row. */
        void freeFirst();

        /** Tells why the port in the box can't be used. */
        void why(String text);

        void switchTheme();

        /** The scope was chosen by hand. */
        void scope(Scope scope);
    }

    private final HeaderViewModel model;
    private final Words words;
    private final Actions actions;
    private final QueryField query;
    private final Field port = new Field();
    /** What the menu, the settings or a key offers too, in the order in which it leaves. */
    private final List<Node> leaving;

    public HeaderView(HeaderViewModel model, Words words, Actions actions, ObservableValue<Sizes> sizes, MenuButton menu) {
        this.model = model;
        this.words = words;
        this.actions = actions;
        this.query = new QueryField(model, sizes, words);
        getStyleClass().add("header");
        HBox.setHgrow(query, Priority.ALWAYS);
        Node theme = Controls.iconButton("theme", MaterialDesignT.THEME_LIGHT_DARK, words.get("ui.header.theme"), actions::switchTheme);
        Node intervals = intervals();
        Node pause = pause();
        leaving = List.of(theme, intervals, pause);
        getChildren().addAll(query, portBox(), scopes(), protocols(), pause, intervals, theme, menu);
        setMinWidth(0);
    }

    /** With large text on a small screen not everything has room, and what has none would lie outside the window. */
    @Override
    protected void layoutChildren() {
        double need = snappedLeftInset() + snappedRightInset() - getSpacing();
        for (Node node : getChildren()) {
            need += node.minWidth(-1) + getSpacing();
        }
        for (Node node : leaving) {
            boolean stays = need <= getWidth();
            need -= stays ? 0 : node.minWidth(-1) + getSpacing();
            if (node.isVisible() != stays) {
                Controls.show(node, stays);
            }
        }
        super.layoutChildren();
    }

    /** Puts the focus in the query. */
    public void focusQuery() {
        query.requestFocus();
    }

    /** What lies over the window, below the query. */
    public Node suggestions() {
        return query.suggestions();
    }

    /** Puts the focus in the port box, its text selected. */
    public void focusPort() {
        port.requestFocus();
        port.selectAll();
    }

    /** In a narrow window the pictures of keys leave. */
    public void setNarrow(boolean narrow) {
        query.setNarrow(narrow);
        Controls.show(java.util.Objects.requireNonNull(port.getRight()), !narrow);
    }

    private Field portBox() {
        port.setId("port");
        port.setPromptText(words.get("ui.header.port"));
        port.setAccessibleText(words.get("ui.header.port.name"));
        port.setTooltip(new javafx.scene.control.Tooltip(words.get("ui.header.port.hint")));
        HBox left = new HBox(Icons.of(MaterialDesignP.POUND));
        left.getStyleClass().add("query-left");
        HBox right = new HBox(Controls.key(words.get("ui.key.port")));
        right.getStyleClass().add("query-right");
        port.setLeft(left);
        port.setRight(right);
        left.insetsProperty().subscribe(port::requestLayout);
        port.getStyleClass().add("port-box");
        port.textProperty().bindBidirectional(model.filters().port());
        port.textProperty().subscribe(text -> {
            port.getStyleClass().remove("typed");
            if (!text.isEmpty()) {
                port.getStyleClass().add("typed");
            }
        });
        model.filters().portError().subscribe(error -> ErrorBubble.show(port, error, "port:".length(), words));
        port.addEventFilter(KeyEvent.KEY_PRESSED, this::portKey);
        return port;
    }

    private void portKey(KeyEvent event) {
        boolean deleteAtEnd = Key.FREE_FIRST.matches(event) && port.getSelection().getLength() == 0
                && port.getCaretPosition() == port.getLength()
                && port.getLength() > 0;
        if (Key.WHY_TYPED.matches(event)) {
            actions.why(port.getText());
        } else if (Key.TO_ROWS.matches(event)) {
            actions.toRows();
        } else if (deleteAtEnd) {
            actions.freeFirst();
        } else {
            return;
        }
        event.consume();
    }

    private SegmentedButton scopes() {
        SegmentedButton scopes = Choice.of(Scope.values(),
                scope -> Controls.named(new ToggleButton(words.of("ui.scope", scope)), "scope-" + scope.name().toLowerCase(Locale.ROOT),
                        words.of("ui.scope.name", scope)),
                model.scope(), actions::scope);
        scopes.setId("scopes");
        return scopes;
    }

    private SegmentedButton protocols() {
        ToggleButton tcp = Controls.named(new ToggleButton("TCP"), "tcp", words.get("ui.header.tcp"));
        ToggleButton udp = Controls.named(new ToggleButton("UDP"), "udp", words.get("ui.header.udp"));
        tcp.selectedProperty().bindBidirectional(model.filters().protocols().tcp());
        udp.selectedProperty().bindBidirectional(model.filters().protocols().udp());
        tcp.setMinWidth(USE_PREF_SIZE);
        udp.setMinWidth(USE_PREF_SIZE);
        SegmentedButton protocols = new SegmentedButton(tcp, udp);
        protocols.setToggleGroup(null);
        return protocols;
    }

    private ToggleButton pause() {
        ToggleButton pause = Controls.named(new ToggleButton(null, Icons.of(MaterialDesignP.PAUSE)), "pause", words.get("ui.header.pause"));
        pause.getStyleClass().addAll("quiet", "icon-only");
        pause.selectedProperty().bindBidirectional(model.paused());
        model.paused().subscribe(on -> {
            pause.setGraphic(Icons.of(on ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE));
            String name = words.get(on ? "ui.header.goOn" : "ui.header.pause");
            pause.getTooltip().setText(name);
            pause.setAccessibleText(name);
        });
        return pause;
    }

    private MenuButton intervals() {
        MenuButton button = Controls.named(new MenuButton(), "interval", words.get("ui.header.interval"));
        button.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (Duration interval : Intervals.CHOICES) {
            RadioMenuItem item = new RadioMenuItem(Intervals.text(interval, words));
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.interval().set(interval));
            model.interval().subscribe(chosen -> item.setSelected(chosen.equals(interval)));
            button.getItems().add(item);
        }
        model.interval().subscribe(chosen -> button.setText(Intervals.text(chosen, words)));
        return button;
    }
}
