package quaywatch.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.nav.Navigation;
import quaywatch.view.Entry;
import quaywatch.view.OwnerLine;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;

/** What can be done about a line. */
final class Actions extends VBox {

    private final Words words;
    private final Navigation navigation;
    private final Button free;
    private final Button cut;
    /** Around the button: a disabled one shows no tooltip. */
    private final HBox cutPlace;
    private final Button all;
    private final Button open;
    /** The same as at the row itself, for whoever is here. */
    private final Button more;
    private final Button hidden;
    private @Nullable Entry line;

    Actions(Words words, Navigation navigation) {
        this.words = words;
        this.navigation = navigation;
        getStyleClass().add("actions");
        free = wide(Controls.button("inspector-free", MaterialDesignS.STOP_CIRCLE_OUTLINE, "", () -> onSocket(navigation::free),
                "danger-outline"));
        cut = wide(Controls.button("inspector-close-connection", MaterialDesignL.LINK_VARIANT_OFF,
                words.get("ui.menu.closeconnection"), () -> onSocket(navigation::closeConnection), "danger-outline"));
        cutPlace = new HBox(cut);
        HBox.setHgrow(cut, Priority.ALWAYS);
        Tooltip.install(cutPlace, cut.getTooltip());
        all = wide(Controls.button("inspector-all", MaterialDesignF.FILTER_VARIANT, words.get("ui.inspector.all"), this::showAll));
        hidden = wide(Controls.button("inspector-hidden", MaterialDesignH.HELP_CIRCLE_OUTLINE, words.get("ui.inspector.why.hidden"),
                this::explain));
        open = Controls.button("inspector-open", MaterialDesignO.OPEN_IN_NEW, words.get("ui.open"), () -> onSocket(navigation::browse),
                "open");
        open.setMinWidth(USE_PREF_SIZE);
        more = Controls.iconButton("inspector-menu", MaterialDesignD.DOTS_HORIZONTAL, words.get("ui.inspector.menu"), this::openMenu);
        more.getStyleClass().remove("quiet");
        HBox row = Controls.row(6, free, cutPlace, all, open, more);
        for (Node main : List.of(free, cutPlace, all)) {
            HBox.setHgrow(main, Priority.ALWAYS);
        }
        getChildren().addAll(row, hidden);
    }

    private static Button wide(Button button) {
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    void show(Entry newLine) {
        line = newLine;
        SocketLine socket = newLine instanceof SocketLine it ? it : null;
        Controls.show(free, socket != null && socket.socket().holdsPort() && !socket.isClosed());
        Controls.show(cutPlace, socket != null && socket.socket().hasPeer() && !socket.isClosed());
        Controls.show(all, newLine instanceof OwnerLine);
        Controls.show(hidden, socket != null && (OwnerText.isHidden(socket.owner()) || OwnerText.isInferred(socket.live())));
        if (socket != null) {
            String port = String.valueOf(socket.socket().local().port());
            name(free, words.get("ui.free.action", port));
            offerCut(socket);
        }
        offerOpen(socket);
    }

    private static void name(Button button, String text) {
        button.setText(text);
        button.setAccessibleText(text);
        button.getTooltip().setText(text);
    }

    private void offerCut(SocketLine socket) {
        Optional<String> reason = navigation.whyNotClose(socket);
        String action = words.get("ui.menu.closeconnection");
        cut.setDisable(reason.isPresent());
        cut.setAccessibleText(reason.map(because -> words.get("ui.menu.closeconnection.not", because)).orElse(action));
        cut.getTooltip().setText(reason.orElse(action));
    }

    private void offerOpen(@Nullable SocketLine socket) {
        Optional<String> address = Optional.ofNullable(socket).flatMap(navigation::webAddress);
        Controls.show(open, address.isPresent());
        address.map(found -> words.get("ui.open.address", found)).ifPresent(what -> {
            open.setAccessibleText(what);
            open.getTooltip().setText(what);
        });
    }

    /** The first thing that can be done now; the menu where there is nothing else. */
    Node first() {
        return Stream.of(free, cut, all, open, hidden).filter(button -> button.isVisible() && button.getParent().isVisible())
                .filter(button -> !button.isDisabled()).findFirst().orElse(more);
    }

    private void openMenu() {
        navigation.rowMenu(more);
    }

    private void onSocket(Consumer<SocketLine> deed) {
        if (line instanceof SocketLine socket) {
            deed.accept(socket);
        }
    }

    private void showAll() {
        if (line != null) {
            navigation.goTo(line.owner());
        }
    }

    private void explain() {
        onSocket(socket -> navigation.explainOwner(socket, hidden));
    }
}
