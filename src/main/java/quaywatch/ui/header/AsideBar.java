package quaywatch.ui.header;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.theme.Icons;

/** Tells which filter was set aside, and brings it back. */
public final class AsideBar extends HBox {

    private final Words words;
    private final Label text;

    public AsideBar(SetAside aside, Words words) {
        this.words = words;
        text = Controls.telling(Controls.label(""));
        text.setId("aside-text");
        setId("aside");
        getStyleClass().addAll("notice", "aside");
        Button back = Controls.button("bring-back", MaterialDesignF.FILTER_VARIANT, words.get("ui.aside.back"), aside::bringBack, "small");
        back.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icons.of(MaterialDesignF.FILTER_OFF_OUTLINE), text, back, Controls.spacer(),
                Controls.iconButton("forget-aside", MaterialDesignC.CLOSE, words.get("ui.aside.forget"), aside::forget));
        aside.kept().subscribe(this::show);
    }

    private void show(@Nullable FilterState kept) {
        Controls.show(this, kept != null);
        text.setText(kept == null ? "" : words.get("ui.aside", kept.text()));
    }
}
