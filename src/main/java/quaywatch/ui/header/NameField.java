package quaywatch.ui.header;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

import quaywatch.settings.SavedFilter;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Field;

/** The field that keeps the present filter under a name, or gives one that is kept another name. */
final class NameField extends HBox {

    private final HeaderViewModel header;
    private final Words words;
    private final Consumer<String> kept;
    private final Field name = new Field();
    private final Button save;
    /** Whose name is in the field; null while it is for the present filter. */
    private @Nullable SavedFilter renamed;

    /** @param kept  hears under which name */
    NameField(HeaderViewModel header, Words words, Consumer<String> kept) {
        this.header = header;
        this.words = words;
        this.kept = kept;
        save = Controls.button("save-filter", MaterialDesignB.BOOKMARK_OUTLINE, words.get("ui.saved.save"), this::save);
        name.setId("saved-name");
        name.setPromptText(words.get("ui.saved.name"));
        name.setAccessibleText(words.get("ui.saved.name"));
        name.setTooltip(new Tooltip(words.get("ui.saved.name")));
        HBox.setHgrow(name, Priority.ALWAYS);
        getStyleClass().add("gap-8");
        getChildren().addAll(name, save);
        name.textProperty().subscribe(_ -> enable());
    }

    /** Offers to keep only what can be kept. */
    void enable() {
        SavedFilter old = renamed;
        SavedFiltersViewModel model = header.saved();
        save.setDisable(old == null ? !model.canSave(name.getText(), header.filters().whole()) : !model.canRename(old, name.getText()));
    }

    /** Asks for another name. */
    void rename(SavedFilter filter) {
        renamed = filter;
        name.setText(filter.name());
        save.setText(words.get("ui.saved.renameTo"));
        name.requestFocus();
        name.selectAll();
        enable();
    }

    private void save() {
        SavedFilter old = renamed;
        String title = name.getText().strip();
        if (old == null) {
            header.saved().save(title, header.filters().whole());
        } else {
            header.saved().rename(old, title);
        }
        renamed = null;
        save.setText(words.get("ui.saved.save"));
        name.clear();
        kept.accept(title);
    }

    /** Keeps it if the name is what has the focus; false if it isn't. */
    boolean enter(@Nullable Node focused) {
        boolean typing = focused == name;
        if (typing) {
            save.fire();
        }
        return typing;
    }
}
