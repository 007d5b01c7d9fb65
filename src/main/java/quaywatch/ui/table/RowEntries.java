package quaywatch.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.nav.Navigation;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.Figures;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.OwnerLine;
import quaywatch.view.OwnerText;
import quaywatch.view.Peer;
import quaywatch.view.SocketLine;

/** What the menu of a row offers: what can be done about its line, with the value of one cell, and with all that is selected. */
final class RowEntries {

    private final TableViewModel model;
    private final TableText text;
    private final Navigation navigation;
    private final Words words;

    RowEntries(TableViewModel model, TableText text, Navigation navigation, Words words) {
        this.model = model;
        this.text = text;
        this.navigation = navigation;
        this.words = words;
    }

    /** In their order. */
    List<MenuItem> of(Line line, Column column) {
        List<MenuItem> items = new ArrayList<>();
        switch (line) {
            case SocketLine socket -> socket(socket, items);
            case GroupLine group -> folding(group, items);
            // A port is freed at its own row.
            case OwnerLine owner -> items.addAll(List.of(Controls.menuItem("menu-sockets", MaterialDesignL.LAN_CONNECT,
                    words.get("ui.menu.sockets"), Key.INSPECT, () -> navigation.goTo(owner.owner())), new SeparatorMenuItem()));
        }
        text.term(column, line).ifPresent(term -> terms(term, items));
        copies(line, column, items);
        return items;
    }

    private void socket(SocketLine line, List<MenuItem> items) {
        if (line.socket().holdsPort() && !line.isClosed()) {
            items.add(red(Controls.menuItem("menu-free", MaterialDesignS.STOP_CIRCLE_OUTLINE,
                    words.get("ui.free.action", String.valueOf(line.socket().local().port())), Key.FREE, () -> navigation.free(line))));
        }
        close(line, items);
        why(line, items);
        navigation.webAddress(line).ifPresent(address -> items.add(Controls.menuItem("menu-open", MaterialDesignO.OPEN_IN_NEW,
                words.get("ui.open.address", address), Key.OPEN, () -> navigation.browse(line))));
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        otherEnd(line, items);
        items.addAll(List.of(Controls.menuItem("menu-inspect", MaterialDesignI.INFORMATION_OUTLINE, words.get("ui.menu.inspect"),
                Key.INSPECT, navigation::inspect), new SeparatorMenuItem()));
    }

    private static MenuItem red(MenuItem item) {
        item.getStyleClass().add("danger");
        return item;
    }

    /** A disabled item shows no tooltip, so it says why itself. */
    private void close(SocketLine line, List<MenuItem> items) {
        if (line.socket().hasPeer() && !line.isClosed()) {
            Optional<String> why = navigation.whyNotClose(line);
            MenuItem close = red(Controls.menuItem("menu-close-connection", MaterialDesignL.LINK_VARIANT_OFF,
                    why.map(reason -> words.get("ui.menu.closeconnection.not", reason)).orElse(words.get("ui.menu.closeconnection")),
                    Key.CLOSE_CONNECTION, () -> navigation.closeConnection(line)));
            close.setDisable(why.isPresent());
            items.add(close);
        }
    }

    private void why(SocketLine line, List<MenuItem> items) {
        int port = line.socket().local().port();
        if (port > 0) {
            items.add(Controls.menuItem("menu-why", MaterialDesignH.HELP_CIRCLE_OUTLINE, words.get("ui.why.action", String.valueOf(port)),
                    Key.WHY, () -> navigation.why(line.socket().protocol(), port)));
        }
    }

    private void otherEnd(SocketLine line, List<MenuItem> items) {
        Peer peer = line.peer();
        if (peer != null) {
            items.addAll(List.of(Controls.menuItem("menu-other-end", MaterialDesignS.SWAP_HORIZONTAL,
                    words.get("ui.menu.otherend", OwnerText.name(peer.owner(), words)), Key.OTHER_END, () -> navigation.goTo(peer.key())),
                    new SeparatorMenuItem()));
        }
    }

    private void folding(GroupLine group, List<MenuItem> items) {
        items.addAll(List.of(
                group.expanded()
                        ? Controls.menuItem("menu-fold", MaterialDesignU.UNFOLD_LESS_HORIZONTAL, words.get("ui.menu.close"), Key.PREVIOUS,
                                () -> model.toggle(group))
                        : Controls.menuItem("menu-fold", MaterialDesignU.UNFOLD_MORE_HORIZONTAL, words.get("ui.menu.open"), Key.NEXT,
                                () -> model.toggle(group)),
                Controls.menuItem("menu-open-all", MaterialDesignU.UNFOLD_MORE_HORIZONTAL, words.get("ui.menu.openall"), null,
                        model::openAll),
                Controls.menuItem("menu-close-all", MaterialDesignU.UNFOLD_LESS_HORIZONTAL, words.get("ui.menu.closeall"), null,
                        model::closeAll),
                new SeparatorMenuItem()));
    }

    private void terms(String term, List<MenuItem> items) {
        items.addAll(List.of(
                Controls.menuItem("menu-filter", MaterialDesignF.FILTER_VARIANT, words.get("ui.menu.filter", term), Key.FILTER,
                        () -> navigation.filter(term)),
                Controls.menuItem("menu-exclude", MaterialDesignF.FILTER_OFF_OUTLINE, words.get("ui.menu.exclude", term), Key.EXCLUDE,
                        () -> navigation.filter("!" + term)),
                new SeparatorMenuItem()));
    }

    private void copies(Line line, Column column, List<MenuItem> items) {
        if (line instanceof Entry entry) {
            items.add(Controls.menuItem("menu-copy-cell", MaterialDesignC.CONTENT_COPY, words.get("ui.menu.copycell"), Key.COPY_CELL,
                    () -> navigation.copy(text.cell(column, entry))));
        }
        int selected = text.selection().size();
        items.addAll(List.of(
                Controls.menuItem("menu-copy-row", MaterialDesignC.CONTENT_COPY, selected > 1
                        ? words.get("ui.menu.copyrows", Figures.count(selected))
                        : words.get("ui.menu.copyrow"), Key.COPY_ROWS, () -> navigation.copy(text.selected())),
                Controls.menuItem("menu-copy-all", MaterialDesignC.CONTENT_COPY, words.get("ui.menu.copyall"), null,
                        () -> navigation.copy(text.shown())),
                Controls.menuItem("menu-export", MaterialDesignE.EXPORT_VARIANT, words.get("ui.menu.export"), Key.EXPORT,
                        navigation::export)));
    }
}
