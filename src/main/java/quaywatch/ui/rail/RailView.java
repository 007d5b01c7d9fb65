package quaywatch.ui.rail;

import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.nav.Screen;
import quaywatch.ui.theme.Icons;
import quaywatch.ui.theme.Sizes;

/** The rail: the badge, then one item for each screen, settings below. */
public final class RailView extends VBox {

    private static final Map<Screen, Ikon> ICONS = Map.of(Screen.PORTS, MaterialDesignL.LAN_CONNECT, Screen.CONNECTIONS,
            MaterialDesignS.SWAP_HORIZONTAL,
            Screen.PROCESSES, MaterialDesignM.MEMORY, Screen.PORT_MAP, MaterialDesignG.GRID, Screen.ACTIVITY,
            MaterialDesignC.CHART_TIMELINE_VARIANT, Screen.HISTORY,
            MaterialDesignH.HISTORY, Screen.SETTINGS,
            MaterialDesignC.COG_OUTLINE);

    private static final String ICON = "/quaywatch/icons/quaywatch-128.png";
    private static final double BADGE = 28;

    /** @param shown  the screen in front; a click changes it */
    public RailView(ObjectProperty<Screen> shown, ObservableValue<Sizes> sizes, Words words) {
        getStyleClass().add("rail");
        ImageView badge = new ImageView();
        sizes.subscribe(now -> badge.setImage(new Image(ICON, now.of(BADGE), now.of(BADGE), true, true)));
        HBox head = new HBox(badge);
        head.getStyleClass().add("badge");
        getChildren().add(head);
        for (Screen screen : Screen.values()) {
            if (screen == Screen.SETTINGS) {
                Region space = new Region();
                VBox.setVgrow(space, Priority.ALWAYS);
                getChildren().add(space);
            }
            getChildren().add(item(screen, shown, words));
        }
    }

    private static ToggleButton item(Screen screen, ObjectProperty<Screen> shown, Words words) {
        String name = words.of("ui.screen", screen);
        Ikon ikon = ICONS.get(screen);
        ToggleButton item = new ToggleButton(name, ikon == null ? null : Icons.of(ikon));
        Controls.named(item, "rail-" + screen.name().toLowerCase(Locale.ROOT).replace('_', '-'), name);
        item.getTooltip().setText(words.of("ui.screen.hint", screen));
        item.getStyleClass().add("rail-item");
        item.setContentDisplay(ContentDisplay.TOP);
        item.setOnAction(_ -> {
            item.setSelected(true);
            shown.set(screen);
        });
        shown.subscribe(front -> item.setSelected(front == screen));
        return item;
    }
}
