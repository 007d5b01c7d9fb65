package quaywatch.ui.export;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

import quaywatch.text.Words;
import quaywatch.ui.export.ExportViewModel.Extent;
import quaywatch.ui.kit.Choice;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.TabRing;
import quaywatch.view.Export;
import quaywatch.view.Figures;

/** The card that asks what of a table shall go where: how much, in which form, with command lines or not. Tab stays inside it. */
public final class ExportCard extends VBox {

    private final ExportViewModel model;
    private final Words words;
    private final Button save;

    /** @param close  takes the card away */
    public ExportCard(ExportViewModel model, Words words, Runnable close) {
        this.model = model;
        this.words = words;
        setId("export-card");
        setAccessibleText(words.get("ui.export.title"));
        getStyleClass().addAll("popover-card", "export-card");
        HBox head = Controls.row(8, Controls.label(words.get("ui.export.title"), "inspector-title"), Controls.spacer(),
                Controls.iconButton("close-export", MaterialDesignC.CLOSE, words.get("ui.close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        save = Controls.button("export-save", MaterialDesignE.EXPORT_VARIANT, words.get("ui.export.save"), model::save, "primary");
        save.setDefaultButton(true);
        Button copy = Controls.button("export-copy", MaterialDesignC.CONTENT_COPY, words.get("ui.export.copy"), model::copy);
        save.disableProperty().bind(model.busy());
        copy.disableProperty().bind(model.busy());
        HBox foot = Controls.row(8, Controls.spacer(), copy, save);
        getChildren().addAll(head, extents(), formats(), note(), commandLines(), result(), foot);
        TabRing.keep(this);
    }

    /** Puts the focus on the button that writes the file. */
    public void start() {
        // A button hears keys only once it has its skin.
        applyCss();
        save.requestFocus();
    }

    private Node extents() {
        return Choice.of(Extent.values(), extent -> {
            int rows = model.rows(extent);
            String text = words.get("ui.export.extent." + extent.name(), rows, Figures.count(rows));
            ToggleButton button = Controls.named(new ToggleButton(text), "export-" + extent.name().toLowerCase(Locale.ROOT), text);
            button.setDisable(rows == 0);
            return button;
        }, model.extent(), model.extent()::set);
    }

    private Node formats() {
        return Choice.of(Export.Format.values(), format -> {
            String name = words.of("ui.export.format", format);
            return Controls.named(new ToggleButton(name), "export-" + format.name().toLowerCase(Locale.ROOT), name);
        }, model.format(), model.format()::set);
    }

    private Label note() {
        Label note = wrapped("export-note");
        model.format().subscribe(format -> note.setText(words.of("ui.export.note", format)));
        return note;
    }

    private Node commandLines() {
        CheckBox box = Controls.named(new CheckBox(words.get("ui.export.commandLines")), "export-commands",
                words.get("ui.export.commandLines.hint"));
        box.selectedProperty().bindBidirectional(model.commandLines());
        Label hint = wrapped("export-hint");
        model.format().subscribe(format -> {
            box.setDisable(!format.tellsCommandLines());
            hint.setText(words.get(format.tellsCommandLines() ? "ui.export.commandLines.hint" : "ui.export.commandLines.none"));
        });
        return Controls.column(4, box, hint);
    }

    private Label result() {
        Label result = wrapped("export-result");
        model.result().subscribe(text -> {
            result.setText(text);
            Controls.show(result, !text.isEmpty());
        });
        return result;
    }

    private static Label wrapped(String id) {
        Label label = Controls.label("", "secondary");
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
