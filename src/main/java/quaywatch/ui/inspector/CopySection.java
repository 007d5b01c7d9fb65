package quaywatch.ui.inspector;

import javafx.scene.control.Label;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.ui.kit.Controls;
import quaywatch.ui.nav.Navigation;

/** A text that is worth taking along. */
final class CopySection extends Section {

    private final Label label;

    CopySection(String id, String title, String copy, Navigation navigation) {
        this(id, title, copy, navigation, prose("mono-small", "command"));
    }

    private CopySection(String id, String title, String copy, Navigation navigation, Label label) {
        super(id, title, Controls.iconButton(id + "-copy", MaterialDesignC.CONTENT_COPY, copy, () -> navigation.copy(label.getText())));
        this.label = label;
        add(label);
    }

    void show(String text) {
        label.setText(text);
        Controls.show(this, !text.isEmpty());
    }
}
