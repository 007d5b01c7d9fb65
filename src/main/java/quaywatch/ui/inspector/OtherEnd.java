package quaywatch.ui.inspector;

import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Evidence;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.LinkRow;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;

/** The other end of a connection, where that is on this machine; leads there. */
final class OtherEnd extends Section {

    private final Row row;

    OtherEnd(Words words, Navigation navigation) {
        super("inspector-other", words.get("ui.inspector.other"));
        row = new Row(words, navigation);
        add(row);
    }

    /** @param line  null for what is no socket */
    void show(@Nullable SocketLine line) {
        boolean here = line != null && line.peer() != null;
        Controls.show(this, here);
        if (line != null && here) {
            row.show(line);
        }
    }

    private static final class Row extends LinkRow<SocketLine> {

        private final Words words;
        private final Navigation navigation;
        private final StackPane icon;
        private final Label name;
        private final Label end;

        Row(Words words, Navigation navigation) {
            this(words, navigation, new StackPane(), Controls.label("", "medium"), Controls.label("", "mono-small", "muted"));
        }

        private Row(Words words, Navigation navigation, StackPane icon, Label name, Label end) {
            super("inspector-other-row", icon, name, Controls.spacer(), end);
            this.words = words;
            this.navigation = navigation;
            this.icon = icon;
            this.name = Controls.shrinking(name);
            this.end = Controls.shrinking(end);
        }

        @Override
        protected String fill(SocketLine line) {
            var peer = Objects.requireNonNull(line.peer());
            String who = OwnerText.name(peer.owner(), words);
            icon.getChildren().setAll(Icons.of(Icons.owner(peer.owner(), Evidence.EXACT)));
            name.setText(who);
            end.setText(line.socket().remote().toString());
            return words.get("ui.inspector.other.go", who, end.getText());
        }

        @Override
        protected void go(SocketLine line) {
            navigation.goTo(Objects.requireNonNull(line.peer()).key());
        }
    }
}
