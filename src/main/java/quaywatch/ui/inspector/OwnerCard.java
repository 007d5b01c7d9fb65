package quaywatch.ui.inspector;

import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import quaywatch.control.words.Typed;
import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.model.Socket;
import quaywatch.model.User;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Figures;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;
import quaywatch.view.Wording;

/** Why the owner of a socket is hidden: what is known, inferred and remembered, and the command that would tell. */
public final class OwnerCard extends VBox {

    private final Words words;

    public OwnerCard(SocketLine line, Wording wording, Instant now, Navigation navigation) {
        words = wording.words();
        setId("owner-card");
        getStyleClass().add("popover-card");
        Label title = Controls.label(words.get(title(line)), "inspector-title");
        HBox head = Controls.row(8, Icons.of(Icons.owner(line.owner(), line.live().evidence()), "icon-plain"), title, Controls.spacer(),
                Controls.label(":" + line.socket().local().port(), "inspector-port"));
        head.setAlignment(Pos.CENTER_LEFT);
        GridPane facts = new GridPane();
        facts.getStyleClass().add("owner-facts");
        fact(facts, 0, "known", known(line, now));
        fact(facts, 1, "inferred", inferred(line));
        fact(facts, 2, "remembered", remembered(line));
        String command = Typed.whoAsRoot(line.socket());
        HBox box = new HBox(Controls.shrinking(Controls.label(command, "mono")), Controls.spacer(),
                Controls.button("owner-copy", MaterialDesignC.CONTENT_COPY, words.get("ui.copy"), () -> navigation.copy(command), "quiet",
                        "small"));
        box.getStyleClass().add("command-box");
        getChildren().addAll(head, wrapped(sentence(line)), facts, Controls.label(words.get("ui.owner.command"), "secondary"), box);
        setAccessibleText(title.getText());
    }

    private static Label wrapped(String text) {
        Label label = Controls.label(text, "prose");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void fact(GridPane grid, int row, String name, String value) {
        Label head = Controls.label(words.get("ui.owner." + name), "fact-name");
        head.setMinWidth(USE_PREF_SIZE);
        GridPane.setValignment(head, VPos.TOP);
        grid.addRow(row, head, wrapped(value));
    }

    private static String title(SocketLine line) {
        if (OwnerText.isInferred(line.live())) {
            return "ui.owner.title.inferred";
        }
        return line.owner() instanceof Owner.Unknown ? "ui.owner.title.unknown" : "ui.owner.title";
    }

    private String sentence(SocketLine line) {
        Owner owner = line.owner();
        return switch (owner) {
            case Owner.UserOnly(User user) -> words.get("ui.owner.user", Visible.shortened(user.name(), 40));
            case Owner.Service _ -> words.get("ui.owner.service", OwnerText.name(owner, words));
            case Owner.Unknown(Owner.Reason reason) -> words.of("ui.owner.reason", reason);
            case Owner.Processes _ when OwnerText.isInferred(line.live()) ->
                words.get(line.socket().inode() == 0 && line.socket().hasPeer() ? "ui.owner.waiting" : "ui.owner.probable",
                        OwnerText.name(owner, words));
            case Owner.Processes _,Owner.Kernel _ -> words.get("ui.owner.shown", OwnerText.name(owner, words));
        };
    }

    private String known(SocketLine line, Instant now) {
        String since = line.live().fromStart()
                ? words.get("ui.owner.before")
                : words.get("ui.owner.since", Figures.length(Duration.between(line.live().firstSeen(), now), words));
        return line.socket().knownUser()
                .map(user -> words.get("ui.owner.uid", Visible.shortened(user.name(), 40), String.valueOf(user.uid()), since))
                .orElse(since);
    }

    private String inferred(SocketLine line) {
        String name = OwnerText.name(line.owner(), words);
        return switch (line.owner()) {
            case Owner.Service _ when line.live().evidence() instanceof Evidence.Inferred(int candidates) ->
                words.get("ui.owner.candidates", name, candidates);
            case Owner.Service _ -> words.get("ui.owner.cgroup", name);
            case Owner.Processes processes when OwnerText.isInferred(line.live()) ->
                words.get("ui.owner.process", name, Long.toString(processes.first().id().pid()),
                        String.valueOf(OwnerText.inference(line.live(), words)));
            case Owner.Processes _,Owner.UserOnly _,Owner.Kernel _,Owner.Unknown _ -> words.get("ui.owner.nothing");
        };
    }

    private String remembered(SocketLine line) {
        if (line.live().evidence() instanceof Evidence.Remembered) {
            return OwnerText.name(line.owner(), words);
        }
        return words.get(line.live().fromStart() ? "ui.owner.notSeen" : "ui.owner.nothing");
    }
}
