package quaywatch.ui.table;

import java.time.ZoneId;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.fx.Frame;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Figures;
import quaywatch.view.Grouping;
import quaywatch.view.Rows;

/** The bar above a table: title, what is shown, whether the order is held, and the group menu. */
public final class ScreenBar extends HBox {

    private final TableViewModel model;
    private final Words words;
    private final ZoneId zone;
    private final Label note = Controls.telling(Controls.label("", "screen-note"));
    private final Label held;
    private final Button waiting;

    /**
     * @param table  the table below
     * @param extra  what stands between the notes and the group menu
     */
    public ScreenBar(SocketTable table, TableViewModel model, Words words, Node... extra) {
        this.model = model;
        this.words = words;
        this.zone = table.zone();
        getStyleClass().add("screen-bar");
        Label title = Controls.label(words.of("ui.screen", model.screen()), "screen-title");
        title.setMinWidth(USE_PREF_SIZE);
        held = Controls.telling(Controls.label(words.get("ui.held"), "held-note"));
        held.setGraphic(Icons.of(MaterialDesignP.PAUSE_CIRCLE_OUTLINE));
        waiting = Controls.button("waiting", MaterialDesignP.PLUS, "", model::applyWaiting, "small", "waiting-mark");
        waiting.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, note, held, waiting, typing(), Controls.spacer());
        getChildren().addAll(extra);
        MenuButton groups = groups();
        table.letter(Key.GROUPS, groups::show);
        Button export = Controls.iconButton("export", MaterialDesignE.EXPORT_VARIANT, words.get("ui.export"), table::export);
        export.getStyleClass().add("small");
        Button saved = Controls.button("saved", MaterialDesignB.BOOKMARK_OUTLINE, words.get("ui.saved"), table::savedFilters, "quiet",
                "small");
        saved.getTooltip().setText(words.get("ui.saved.hint"));
        saved.setMinWidth(USE_PREF_SIZE);
        Button columns = Controls.iconButton("columns", MaterialDesignV.VIEW_COLUMN_OUTLINE, words.get("ui.columns"), table::chooseColumns);
        columns.getStyleClass().add("small");
        getChildren().addAll(groups, saved, columns, export);
        note.setId("screen-note");
        model.frame().subscribe(this::show);
        model.held().subscribe(on -> Controls.show(held, on));
        model.waiting().subscribe(number -> showWaiting(number.intValue()));
    }

    private Label typing() {
        Label label = Controls.shrinking(Controls.label("", "typing-note"));
        label.setId("typing");
        model.typing().subscribe(typing -> {
            Controls.show(label, typing != null);
            label.setText(typing == null ? "" : words.get(typing.found() ? "ui.typing" : "ui.typing.none", Visible.of(typing.text())));
        });
        return label;
    }

    private MenuButton groups() {
        MenuButton button = Controls.named(new MenuButton(), "group", words.get("ui.group.hint"));
        button.getStyleClass().addAll("quiet", "small");
        button.setGraphic(Icons.of(MaterialDesignF.FORMAT_LIST_GROUP));
        button.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (Grouping grouping : model.groupings()) {
            RadioMenuItem item = new RadioMenuItem(words.of("ui.group", grouping));
            item.setId("group-" + grouping.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setOnAction(_ -> model.grouping().set(grouping));
            model.grouping().subscribe(chosen -> item.setSelected(chosen == grouping));
            button.getItems().add(item);
        }
        model.grouping().subscribe(chosen -> button.setText(words.get("ui.group.button", words.of("ui.group", chosen))));
        return button;
    }

    private void show(@Nullable Frame frame) {
        if (frame == null || frame.snapshot().sequence() == 0) {
            note.setText(words.get("ui.loading"));
            return;
        }
        Rows rows = frame.rows();
        if (rows.closed() > 0 || rows.dropped() > 0 || rows.incompleteBefore() != null) {
            String closed = words.get("ui.note.closed", rows.shown(), rows.closed(), rows.dropped());
            note.setText(rows.incompleteBefore() == null
                    ? closed
                    : words.get("ui.note.incomplete", closed, Figures.minute(rows.incompleteBefore(), zone)));
            return;
        }
        boolean filtered = rows.shown() != rows.total();
        note.setText(filtered ? words.get("ui.note.filtered", rows.shown(), rows.total()) : switch (model.screen()) {
            case PORTS, PORT_MAP, ACTIVITY, HISTORY, SETTINGS -> words.get("ui.note.ports", rows.shown() - rows.bound(), rows.bound());
            case CONNECTIONS -> words.get("ui.note.connections", rows.shown());
            case PROCESSES -> words.get("ui.note.processes", rows.shown());
        });
    }

    private void showWaiting(int number) {
        Controls.show(waiting, number > 0);
        waiting.setText(words.get("ui.waiting", number));
        waiting.getTooltip().setText(words.get("ui.waiting.hint"));
    }
}
