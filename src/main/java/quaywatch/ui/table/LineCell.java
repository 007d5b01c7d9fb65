package quaywatch.ui.table;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import quaywatch.model.Belonging;
import quaywatch.model.Protocol;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.GroupLine;
import quaywatch.view.Health;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;

/** A cell: the text of its column, with an icon where the meaning has one. It reads nothing but its line. */
final class LineCell extends SteadyCell {

    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final PseudoClass INDENTED = PseudoClass.getPseudoClass("indented");
    private static final Set<String> TELL_TIME = Set.of("age", "since", "owner", "idle");
    private static final Set<String> STRUCK = Set.of("state");
    private static final Set<String> OFTEN_CUT = Set.of("owner", "belongs", "address", "laddr", "raddr", "rport", "pid", "ports", "user");

    private static final Ikon FULL = MaterialDesignA.ALERT_OUTLINE;

    private final Column column;
    private final CellWords words;
    private @Nullable Object pictured;
    private String worded = "";
    private String told = "";
    private @Nullable Tooltip tip;

    LineCell(Column column, CellWords words) {
        super(column.id());
        this.column = column;
        this.words = words;
        if (column.mono()) {
            getStyleClass().add("mono");
        }
        if (column.align() == Column.Align.RIGHT) {
            getStyleClass().add("align-right");
        }
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> tellHere());
    }

    /** Whether a text is cut is found out, and the tooltip made, only where the pointer is: one for every cell takes megabytes. */
    private void tellHere() {
        String whole = getText();
        boolean cut = whole != null && !told.contains(whole)
                && getChildrenUnmodifiable().stream().anyMatch(node -> node instanceof Text text && !text.getText().equals(whole));
        if (tip == null) {
            tip = new Tooltip();
        }
        tell(!cut ? told : told.isEmpty() ? whole : whole + "\n" + told);
    }

    @Override
    void draw(@Nullable Line line) {
        switch (line) {
            case GroupLine group -> show(group);
            case Entry entry -> show(entry);
            case null -> clear("");
        }
    }

    private void show(GroupLine group) {
        boolean head = column.id().equals("owner");
        // The head's own text runs over the cells at its right as far as they are empty.
        clear(head ? "" : column.head(group, words.words()));
        if (head) {
            graphic(group, () -> new GroupHead(group));
        } else {
            pseudoClassStateChanged(MUTED, column.id().equals("rtt") || group.rates() == null);
        }
    }

    private void clear(String text) {
        setText(text.isEmpty() ? null : text);
        graphic(null, null);
        tell("");
        word("");
        pseudoClassStateChanged(MUTED, false);
        pseudoClassStateChanged(INDENTED, false);
    }

    /** @param meaning  two pictures that are equal in it are the same; null for none */
    private void graphic(@Nullable Object meaning, @Nullable Supplier<Node> made) {
        if (!Objects.equals(meaning, pictured)) {
            pictured = meaning;
            setGraphic(made == null ? null : made.get());
        }
    }

    /** The style class that colours a word. */
    private void word(String style) {
        if (!style.equals(worded)) {
            getStyleClass().remove(worded);
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
            worded = style;
        }
    }

    /** What the tooltip says where the pointer comes; nothing where that is empty. */
    private void tell(String text) {
        told = text;
        if (tip != null) {
            tip.setText(text);
            setTooltip(text.isEmpty() ? null : tip);
        }
    }

    /** Who reads with the ears has no pointer that could come. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.HELP && !told.isEmpty() ? told : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** The head of a group is wider than its cell and runs over the empty ones at its right. */
    @Override
    protected void layoutChildren() {
        if (getGraphic() instanceof PortName name) {
            name.fit();
        }
        super.layoutChildren();
        if (getGraphic() instanceof GroupHead head) {
            setClip(null); // the skin clips every cell to its column
            head.resizeRelocate(snappedLeftInset(), 0, head.prefWidth(-1), getHeight());
        }
    }

    /** Whether the text changes while the line stays as it is. */
    boolean tellsTime() {
        return TELL_TIME.contains(column.id());
    }

    /** Says again what is true at the moment of the frame. */
    void renew() {
        if (drawn() instanceof Entry line) {
            say(line);
        }
    }

    private void show(Entry line) {
        say(line);
        picture(line);
        pseudoClassStateChanged(MUTED, column.muted(line));
        pseudoClassStateChanged(INDENTED, line.inGroup());
        boolean struck = STRUCK.contains(column.id()) && line instanceof SocketLine;
        word(struck && line instanceof SocketLine socket ? "st-word-" + style(socket) : "");
    }

    private void say(Entry line) {
        String text = words.text(column, line);
        boolean named = column.id().equals("rport") && line.row().socket().hasPeer();
        setText(named ? Integer.toString(line.row().socket().remote().port()) : text);
        tell(column.lack(line, words.words()).orElse(OFTEN_CUT.contains(column.id()) ? text : ""));
    }

    private void picture(Entry line) {
        String name = line instanceof SocketLine socket && column.id().equals("rport") ? portName(socket) : "";
        if (name.isEmpty()) {
            Sign sign = sign(line);
            graphic(sign, sign == null ? null : sign::node);
        } else {
            graphic(name, () -> new PortName(name, this));
        }
    }

    /** An icon and the style class that colours it; empty for none. */
    private record Sign(Ikon ikon, String style) {

        static Sign of(Ikon ikon) {
            return new Sign(ikon, "");
        }

        Node node() {
            return style.isEmpty() ? Icons.of(ikon) : Icons.of(ikon, style);
        }
    }

    private @Nullable Sign sign(Entry line) {
        return switch (column.id()) {
            case "owner" -> line instanceof SocketLine socket && line.inGroup() && socket.socket().hasPeer()
                    ? Sign.of(Icons.direction(socket.incoming()))
                    : Sign.of(Icons.owner(line.owner(), line.live().evidence()));
            case "belongs" -> belonging(line);
            default -> line instanceof SocketLine socket ? sign(socket) : null;
        };
    }

    private @Nullable Sign sign(SocketLine line) {
        return switch (column.id()) {
            case "state" -> new Sign(Health.isFull(line.socket()) ? FULL : Icons.state(line.socket().state(), udp(line)),
                    "st-" + style(line));
            case "backlog" -> Health.isFull(line.socket()) ? new Sign(FULL, "st-" + style(line)) : null;
            case "exposure" -> new Sign(Icons.exposure(line.socket().exposure()), Icons.style(line.socket().exposure()));
            default -> null;
        };
    }

    /** A listener whose accept queue is full is stuck. */
    private static String style(SocketLine line) {
        return Health.isFull(line.socket()) ? "stuck" : Icons.style(line.socket().state(), udp(line));
    }

    private static @Nullable Sign belonging(Entry line) {
        Belonging belonging = line.owner().belongsTo();
        return belonging == null ? null : Sign.of(Icons.belonging(belonging));
    }

    /** The registered name of the far port; empty where there is none. */
    private String portName(SocketLine line) {
        return line.socket().hasPeer()
                ? words.wording().names().name(line.socket().protocol(), line.socket().remote().port()).orElse("")
                : "";
    }

    private static boolean udp(SocketLine line) {
        return line.socket().protocol() == Protocol.UDP;
    }

    /** The head of a group; wider than its cell on purpose. */
    private static final class GroupHead extends HBox {

        GroupHead(GroupLine group) {
            getStyleClass().add("gap-6");
            setAlignment(Pos.CENTER_LEFT);
            Node icon = switch (group.by()) {
                case PROCESS, SERVICE -> Icons.of(Icons.owner(group.example().live().owner(), group.example().live().evidence()));
                case STATE -> Icons.of(Icons.state(group.example().socket().state(), group.example().socket().protocol() == Protocol.UDP));
                case NONE, PORT_RANGE, LOCAL_PORT, REMOTE_HOST, USER -> null;
            };
            if (icon != null) {
                getChildren().add(icon);
            }
            getChildren().addAll(text(group.title(), "group-title"), text(group.pid(), "mono-small"), text(group.detail(), "group-detail"));
            getChildren().removeIf(node -> node instanceof Label label && label.getText().isEmpty());
            setMinWidth(Region.USE_PREF_SIZE);
            setManaged(true);
        }

        private static Label text(String text, String style) {
            Label label = new Label(text);
            label.getStyleClass().add(style);
            label.setMinWidth(Region.USE_PREF_SIZE);
            return label;
        }
    }
}
