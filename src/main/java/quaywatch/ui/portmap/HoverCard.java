package quaywatch.ui.portmap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

import quaywatch.model.Belonging;
import quaywatch.model.PortClass;
import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.model.Socket;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.Key;
import quaywatch.ui.theme.Icons;
import quaywatch.view.OwnerText;
import quaywatch.view.PortMap;
import quaywatch.view.Wording;

/** What is known of one port: its number and name, who uses it, in which state, and who can reach it. */
final class HoverCard extends VBox {

    /** More users of one port than this are counted. */
    private static final int MOST = 3;

    private final Wording wording;
    private final Words words;

    HoverCard(Wording wording) {
        this.wording = wording;
        this.words = wording.words();
        setId("map-card");
        getStyleClass().addAll("popover-card", "map-card");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /** Tells of a port. */
    void tell(int port, PortMap map) {
        List<Row> rows = map.at(port);
        getChildren().setAll(head(port, rows));
        Map<Object, Row> users = new LinkedHashMap<>();
        // Connections that came in through a held port are its clients, and so told of with it.
        boolean held = !rows.isEmpty() && rows.getFirst().socket().holdsPort();
        rows.stream().filter(row -> !held || !row.socket().hasPeer())
                .forEach(row -> users.putIfAbsent(List.of(row.live().owner(), kind(row)), row));
        users.values().stream().limit(MOST).forEach(row -> getChildren().add(user(row, rows)));
        if (users.size() > MOST) {
            getChildren().add(Controls.label(words.get("ui.map.more", users.size() - MOST), "secondary"));
        }
        if (!rows.isEmpty() && !rows.getFirst().isClosed()) {
            HBox keys = Controls.row(6, Controls.key(Key.MAP_SHOW.names().getFirst()),
                    Controls.label(words.get("ui.map.show"), "secondary"));
            if (rows.getFirst().socket().holdsPort()) {
                keys.getChildren().addAll(Controls.key(Key.MAP_FREE.names().getFirst()),
                        Controls.label(words.get("ui.map.free"), "secondary"));
            }
            keys.getStyleClass().add("map-card-keys");
            keys.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(keys);
        }
    }

    private HBox head(int port, List<Row> rows) {
        String names = rows.stream().map(row -> row.socket().protocol()).distinct().map(Protocol::name).sorted()
                .collect(Collectors.joining(" "));
        String service = wording.names().name(rows.isEmpty() ? Protocol.TCP : rows.getFirst().socket().protocol(), port).orElse("");
        String range = words.of("ui.map.class", PortClass.of(port));
        Label about = Controls.label(service.isEmpty() ? range : words.get("ui.map.service", service, range), "secondary");
        HBox head = Controls.row(8, Controls.label(String.valueOf(port), "map-card-port"), about, Controls.spacer(),
                Controls.label(names, "secondary"));
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private VBox user(Row row, List<Row> all) {
        Socket socket = row.socket();
        VBox lines = Controls.column(4);
        if (row.isClosed()) {
            lines.getChildren().add(line(Icons.of(MaterialDesignH.HISTORY), words.get("ui.map.lately", owner(row))));
            return lines;
        }
        lines.getChildren().add(line(Icons.of(Icons.owner(row.live().owner(), row.live().evidence())), owner(row)));
        boolean udp = socket.protocol() == Protocol.UDP;
        long peers = all.stream().filter(other -> !other.isClosed() && other.socket().hasPeer()).count();
        String state = socket.holdsPort() && peers > 0
                ? words.get("ui.map.clients", socket.state().name(), peers)
                : socket.hasPeer() ? words.get("ui.map.peer", socket.state().name(), socket.remote().toString()) : socket.state().name();
        lines.getChildren().add(line(Icons.of(Icons.state(socket.state(), udp), "st-" + Icons.style(socket.state(), udp)), state));
        if (socket.holdsPort()) {
            lines.getChildren().add(line(Icons.of(Icons.exposure(socket.exposure()), Icons.style(socket.exposure())),
                    words.of("view.exposure", socket.exposure())));
        }
        return lines;
    }

    private static Object kind(Row row) {
        return row.isClosed() ? "closed" : row.socket().holdsPort() ? row.socket().exposure() : row.socket().state();
    }

    private String owner(Row row) {
        String name = OwnerText.name(row.live(), words);
        String who = OwnerText.isHidden(row.live().owner()) ? name : name + " " + OwnerText.pid(row.live(), words);
        Belonging belonging = row.live().owner().belongsTo();
        return belonging == null ? who : words.get("ui.map.in", who, OwnerText.belongsTo(row.live().owner(), words));
    }

    private static HBox line(FontIcon icon, String text) {
        HBox line = Controls.row(8, icon, Controls.label(text));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
