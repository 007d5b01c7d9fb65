package quaywatch.ui.header;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import quaywatch.settings.SavedFilter;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;

/** The user's own filters, each with what can be done with it. Its lines are made anew with each change. */
final class OwnFilters extends VBox {

    private static final int LONGEST = 60;

    private final Words words;
    private final Deeds deeds;

    /** What can be done with a filter. */
    interface Deeds {

        void use(String query);

        /** @param by  so many places down */
        void move(SavedFilter filter, int by);

        void rename(SavedFilter filter);

        void delete(SavedFilter filter);
    }

    OwnFilters(Words words, Deeds deeds) {
        this.words = words;
        this.deeds = deeds;
    }

    void show(List<SavedFilter> filters) {
        getChildren().clear();
        for (int i = 0; i < filters.size(); i++) {
            getChildren().add(row(filters.get(i), i));
        }
        if (filters.isEmpty()) {
            getChildren().add(Controls.label(words.get("ui.saved.none"), "secondary"));
        }
    }

    private HBox row(SavedFilter filter, int number) {
        Button line = new SavedLine("own-" + number, filter.name(), filter.query(), words, deeds::use);
        line.setUserData(filter);
        line.setMinWidth(0);
        HBox.setHgrow(line, Priority.ALWAYS);
        String shown = Visible.shortened(filter.name(), LONGEST);
        HBox row = new HBox(line,
                small("up-" + number, MaterialDesignC.CHEVRON_UP, words.get("ui.saved.up", shown), () -> deeds.move(filter, -1)),
                small("down-" + number, MaterialDesignC.CHEVRON_DOWN, words.get("ui.saved.down", shown), () -> deeds.move(filter, 1)),
                small("rename-" + number, MaterialDesignP.PENCIL_OUTLINE, words.get("ui.saved.rename", shown), () -> deeds.rename(filter)),
                small("delete-" + number, MaterialDesignD.DELETE_OUTLINE, words.get("ui.saved.delete", shown), () -> deeds.delete(filter)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button small(String id, Ikon ikon, String title, Runnable action) {
        Button button = Controls.iconButton(id, ikon, title, action);
        button.getStyleClass().add("small");
        return button;
    }

    /** Does something with the filter whose line this is; false if it is none of them. */
    static boolean on(@Nullable Node line, Consumer<SavedFilter> action) {
        Optional<SavedFilter> filter = of(line);
        filter.ifPresent(action);
        return filter.isPresent();
    }

    /** The filter whose line this is. */
    static Optional<SavedFilter> of(@Nullable Node line) {
        return line != null && line.getUserData() instanceof SavedFilter filter ? Optional.of(filter) : Optional.empty();
    }
}
