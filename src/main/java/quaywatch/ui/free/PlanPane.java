package quaywatch.ui.free;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import quaywatch.control.StopPlan;
import quaywatch.control.Way;
import quaywatch.control.words.Line;
import quaywatch.control.words.PlanWords;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.DialogParts;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;

/** The first state of the dialog: what would be done, and what goes with it. */
final class PlanPane {

    private PlanPane() {}

    /** @param chosen  called with the way that the user takes */
    static VBox possible(StopPlan.Possible plan, boolean looking, FreeWords words, Consumer<Way> chosen) {
        VBox body = body();
        PlanWords says = words.plans();
        body.getChildren().add(wrapping(words.sentence(plan), "lead"));
        body.getChildren().add(Controls.label(words.get("ui.free.goesWithIt"), "section-head"));
        says.behind(plan).forEach(line -> body.getChildren().add(line(MaterialDesignP.PACKAGE_VARIANT_CLOSED, "muted", line)));
        says.closing(plan).forEach(line -> body.getChildren().add(line(MaterialDesignR.RECORD_CIRCLE_OUTLINE, "st-listen", line)));
        says.cutting(plan).forEach(line -> body.getChildren().add(line(MaterialDesignS.SWAP_HORIZONTAL, "muted", line)));
        says.staying(plan).forEach(line -> body.getChildren().add(line(MaterialDesignI.INFORMATION_OUTLINE, "muted", line)));
        says.children(plan).forEach(line -> body.getChildren().add(line(MaterialDesignF.FILE_TREE_OUTLINE, "muted", line)));
        section(body, words.get("ui.free.comesBack"), MaterialDesignR.RESTART, looking
                ? List.of(new Line(words.get("ui.free.looking"), "", ""))
                : says.comingBack(plan));
        section(body, words.get("ui.free.warnings"), MaterialDesignA.ALERT, says.warnings(plan));
        body.getChildren().add(Controls.label(words.get("ui.free.how"), "section-head"));
        body.getChildren().add(WaysPane.of(plan, words, chosen));
        HBox then = line(MaterialDesignI.INFORMATION_OUTLINE, "muted", new Line(says.then(plan), "", ""));
        then.getStyleClass().add("then");
        body.getChildren().add(then);
        return body;
    }

    private static void section(VBox body, String head, Ikon ikon, List<Line> lines) {
        if (!lines.isEmpty()) {
            body.getChildren().add(Controls.label(head, "section-head"));
            lines.forEach(line -> body.getChildren().add(line(ikon, "st-closing", line)));
        }
    }

    static VBox impossible(StopPlan.Impossible plan, FreeWords words, Navigation navigation) {
        VBox body = body();
        Line why = words.obstacles().of(plan);
        body.getChildren().add(ProgressPane.band("warn", MaterialDesignA.ALERT, why));
        if (!why.command().isEmpty()) {
            body.getChildren().addAll(Controls.label(words.get("ui.free.inTerminal"), "section-head"),
                    command(why.command(), words, navigation));
        }
        return body;
    }

    static HBox command(String command, FreeWords words, Navigation navigation) {
        return DialogParts.command(command, words.get("ui.copy"), () -> navigation.copy(command));
    }

    private static VBox body() {
        VBox body = new VBox();
        body.getStyleClass().add("dialog-body");
        return body;
    }

    static Label wrapping(String text, String... styles) {
        return DialogParts.wrapping(text, styles);
    }

    private static HBox line(Ikon ikon, String style, Line line) {
        VBox text = Controls.column(1, wrapping(line.title(), line.detail().isEmpty() ? "secondary" : "what"));
        if (!line.detail().isEmpty()) {
            text.getChildren().add(wrapping(line.detail(), "detail"));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        Node icon = Icons.of(ikon, style);
        HBox row = new HBox(icon, text);
        row.getStyleClass().add("plan-line");
        return row;
    }
}
