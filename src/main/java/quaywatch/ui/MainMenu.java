package quaywatch.ui;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.theme.Icons;

/** The menu at the right end of the header. */
final class MainMenu {

    private MainMenu() {}

    static MenuButton make(Words words, WindowActions actions, TextSize size, Runnable applyWaiting, Runnable why, Runnable keys,
            Runnable about) {
        MenuButton menu = Controls.named(new MenuButton(null, Icons.of(MaterialDesignD.DOTS_VERTICAL)), "menu", words.get("ui.menu"));
        menu.getStyleClass().addAll("quiet", "icon-only", "no-arrow");
        menu.getItems().addAll(item(words.get("ui.menu.scan"), MaterialDesignR.REFRESH, Key.SCAN, () -> {
            applyWaiting.run();
            actions.scanNow();
        }), item(words.get("ui.menu.why"), MaterialDesignH.HELP_CIRCLE_OUTLINE, Key.WHY_PORT, why),
                item(words.get("ui.menu.theme"), MaterialDesignT.THEME_LIGHT_DARK, Key.THEME, actions::switchTheme),
                new SeparatorMenuItem(),
                item(words.get("ui.menu.larger"), MaterialDesignM.MAGNIFY_PLUS_OUTLINE, Key.LARGER, size::larger),
                item(words.get("ui.menu.smaller"), MaterialDesignM.MAGNIFY_MINUS_OUTLINE, Key.SMALLER, size::smaller),
                item(words.get("ui.menu.usual"), MaterialDesignF.FORMAT_SIZE, Key.USUAL, size::usual), new SeparatorMenuItem(),
                item(words.get("ui.menu.keys"), MaterialDesignK.KEYBOARD_OUTLINE, Key.KEYS, keys), about(words, about),
                new SeparatorMenuItem(),
                item(words.get("ui.menu.quit"), MaterialDesignE.EXIT_TO_APP, Key.QUIT, actions::quit));
        return menu;
    }

    private static MenuItem about(Words words, Runnable action) {
        MenuItem item = new MenuItem(words.get("ui.menu.about"), Icons.of(MaterialDesignI.INFORMATION_OUTLINE));
        item.setId("about");
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static MenuItem item(String title, Ikon ikon, Key key, Runnable action) {
        MenuItem item = new MenuItem(title, Icons.of(ikon));
        item.setAccelerator(key.ofEntry());
        item.setOnAction(_ -> action.run());
        return item;
    }
}
