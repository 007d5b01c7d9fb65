package quaywatch.ui.table;

import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;
import quaywatch.model.Protocol;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.GroupLine;
import quaywatch.view.Line;
import quaywatch.view.OwnerLine;
import quaywatch.view.SocketLine;

/** A cell: the text of its column, with an icon where the meaning has one. It reads nothing but its line. */
final class LineCell extends TableCell<Line, Line> {

    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final PseudoClass INDENTED = PseudoClass.getPseudoClass("indented");
    /** The style class of cells whose text changes while their line stays as it is. */
    static final String TIMED = "timed";
    private static final Set<String> TELL_TIME = Set.of("age", "since", "owner", "idle");
    private static final Set<String> STRUCK = Set.of("state");
    private static final Set<String> OFTEN_CUT = Set.of("owner", "belongs", "address", "laddr", "raddr", "rport", "pid", "ports", "user");

    private final Column column;
    private final CellWords words;
    private final @Nullable Tooltip whole;

    LineCell(Column column, CellWords words) {
        this.column = column;
        this.words = words;
        this.whole = OFTEN_CUT.contains(column.id()) ? new Tooltip() : null;
        getStyleClass().add(column.id());
        if (TELL_TIME.contains(column.id())) {
            getStyleClass().add(TIMED);
        }
        if (column.mono()) {
            getStyleClass().add("mono");
        }
        if (column.align() == Column.Align.RIGHT) {
            getStyleClass().add("align-right");
        }
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        getStyleClass().removeIf(style -> style.startsWith("st-word-"));
        pseudoClassStateChanged(MUTED, false);
        pseudoClassStateChanged(INDENTED, false);
        if (empty) {
            return;
        }
        switch (line) {
            case GroupLine group when column.id().equals("owner") -> setGraphic(new GroupHead(group));
            // The head's own text runs over the cells at its right as far as they are empty.
            case GroupLine group -> {
                setText(column.head(group, words.words()));
                pseudoClassStateChanged(MUTED, column.id().equals("rtt") || group.rates() == null);
            }
            case Entry entry -> show(entry);
            case null -> {
                // Nothing to show.
            }
        }
    }

    /** The head of a group is wider than its cell and runs over the empty ones at its right. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() instanceof GroupHead head) {
            setClip(null); // the skin clips every cell to its column
            head.resizeRelocate(snappedLeftInset(), 0, head.prefWidth(-1), getHeight());
        }
    }

    /** Says again what is true at the moment of the frame. */
    void renew() {
        if (getItem() instanceof Entry line) {
            say(line);
        }
    }

    private void show(Entry line) {
        say(line);
        setGraphic(icon(line));
        pseudoClassStateChanged(MUTED, column.muted(line));
        pseudoClassStateChanged(INDENTED, line.inGroup());
        if (STRUCK.contains(column.id()) && line instanceof SocketLine socket) {
            getStyleClass().add("st-word-" + Icons.style(socket.socket().state(), udp(socket)));
        }
    }

    private void say(Entry line) {
        String text = words.text(column, line);
        boolean named = column.id().equals("rport") && line.row().socket().hasPeer();
        setText(named ? Integer.toString(line.row().socket().remote().port()) : text);
        if (whole != null) {
            whole.setText(text);
            setTooltip(whole);
        }
        column.lack(line, words.words()).ifPresent(why -> setTooltip(new Tooltip(why)));
    }

    private @Nullable Node icon(Entry line) {
        return switch (line) {
            case SocketLine socket -> icon(socket);
            case OwnerLine owner -> icon(owner);
        };
    }

    private @Nullable Node icon(OwnerLine line) {
        return switch (column.id()) {
            case "owner" -> Icons.of(Icons.owner(line.owner(), line.live().evidence()));
            case "belongs" -> belonging(line);
            default -> null;
        };
    }

    private @Nullable Node icon(SocketLine line) {
        return switch (column.id()) {
            case "owner" -> line.inGroup() && line.socket().hasPeer()
                    ? Icons.direction(line.incoming())
                    : Icons.of(Icons.owner(line.owner(), line.live().evidence()));
            case "state" -> Icons.of(Icons.state(line.socket().state(), udp(line)), "st-" + Icons.style(line.socket().state(), udp(line)));
            case "exposure" -> Icons.of(Icons.exposure(line.socket().exposure()), Icons.style(line.socket().exposure()));
            case "belongs" -> belonging(line);
            case "rport" -> portName(line);
            default -> null;
        };
    }

    private static @Nullable Node belonging(Entry line) {
        Belonging belonging = line.owner().belongsTo();
        return belonging == null ? null : Icons.of(Icons.belonging(belonging));
    }

    /** The registered name before the number; the name is cut, never the number. */
    private @Nullable Node portName(SocketLine line) {
        return words.wording().names().name(line.socket().protocol(), line.socket().remote().port()).filter(_ -> line.socket().hasPeer())
                .map(name -> {
                    Label label = new Label(name);
                    label.getStyleClass().add("port-name");
                    return label;
                }).orElse(null);
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
