package quaywatch.ui;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.theme.Icons;

/** The menu at the right end of the header. */
final class MainMenu {

    private MainMenu() {}

    static MenuButton make(Words words, WindowActions actions, TextSize size, Runnable why, Runnable applyWaiting) {
        MenuButton menu = Controls.named(new MenuButton(null, Icons.of(MaterialDesignD.DOTS_VERTICAL)), "menu", words.get("ui.menu"));
        menu.getStyleClass().addAll("quiet", "icon-only", "no-arrow");
        menu.getItems().addAll(item(words.get("ui.menu.scan"), MaterialDesignR.REFRESH, "F5", () -> {
            applyWaiting.run();
            actions.scanNow();
        }), item(words.get("ui.menu.why"), MaterialDesignH.HELP_CIRCLE_OUTLINE, "Shortcut+Shift+W", why),
                item(words.get("ui.menu.theme"), MaterialDesignT.THEME_LIGHT_DARK, "Shortcut+T", actions::switchTheme),
                new SeparatorMenuItem(),
                item(words.get("ui.menu.larger"), MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "Shortcut+Plus", size::larger),
                item(words.get("ui.menu.smaller"), MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "Shortcut+Minus", size::smaller),
                item(words.get("ui.menu.usual"), MaterialDesignF.FORMAT_SIZE, "Shortcut+0", size::usual), new SeparatorMenuItem(),
                item(words.get("ui.menu.quit"), MaterialDesignE.EXIT_TO_APP, "Shortcut+Q", actions::quit));
        return menu;
    }

    private static MenuItem item(String title, Ikon ikon, String key, Runnable action) {
        MenuItem item = new MenuItem(title, Icons.of(ikon));
        item.setAccelerator(KeyCombination.keyCombination(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
