package quaywatch.ui.inspector;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import quaywatch.model.SocketState;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.LinkRow;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Company;
import quaywatch.view.Figures;

/** A port that the owner holds; leads to its row. */
final class PortRow extends LinkRow<Company.Port> {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Words words;
    private final Navigation navigation;
    private final Label number;
    private final Label protocol;
    private final StackPane icon;
    private final Label reach;
    private final Label clients;

    PortRow(Words words, Navigation navigation) {
        this(words, navigation, Controls.label("", "mono-bold"), Controls.label("", "secondary"), new StackPane(),
                Controls.label("", "port-reach"),
                Controls.whole(Controls.label("", "muted")));
    }

    private PortRow(Words words, Navigation navigation, Label number, Label protocol, StackPane icon, Label reach, Label clients) {
        super("inspector-port-row", number, protocol, icon, reach, clients);
        this.words = words;
        this.navigation = navigation;
        this.number = number;
        this.protocol = protocol;
        this.icon = icon;
        this.reach = Controls.telling(reach);
        reach.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(reach, Priority.ALWAYS);
        this.clients = clients;
        getStyleClass().add("port-row");
    }

    @Override
    protected String fill(Company.Port port) {
        String exposure = words.of("view.exposure", port.exposure());
        String guests = port.row().socket().state() == SocketState.LISTEN
                ? words.get("ui.inspector.port.clients", port.clients(), Figures.count(port.clients()))
                : "";
        number.setText(Integer.toString(port.port()));
        protocol.setText(port.protocol().name());
        icon.getChildren().setAll(Icons.of(Icons.exposure(port.exposure()), Icons.style(port.exposure())));
        reach.setText(exposure);
        clients.setText(guests);
        pseudoClassStateChanged(SELECTED, port.selected());
        return words.get("ui.inspector.port", Integer.toString(port.port()), port.protocol().name(), exposure,
                guests.isEmpty() ? words.get("view.notApplicable") : guests);
    }

    @Override
    protected void go(Company.Port port) {
        navigation.goTo(port.row().socket().key());
    }
}
