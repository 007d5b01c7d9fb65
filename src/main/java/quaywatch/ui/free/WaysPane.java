package quaywatch.ui.free;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import quaywatch.control.StopPlan;
import quaywatch.control.Way;
import quaywatch.control.words.Line;
import quaywatch.ui.kit.Controls;

/** The choice between the ways to free a port: a card for each, the chosen one tinted. One way alone is no choice and has no button. */
final class WaysPane {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private WaysPane() {}

    static VBox of(StopPlan.Possible plan, FreeWords words, Consumer<Way> chosen) {
        VBox cards = new VBox(6);
        if (plan.ways().size() == 1) {
            cards.getChildren().add(card(plan, plan.way(), words, Controls.label(words.plans().way(plan, plan.way()).title(), "medium")));
            return cards;
        }
        ToggleGroup group = new ToggleGroup();
        for (Way way : plan.ways()) {
            RadioButton button = radio(plan, way, words);
            button.setToggleGroup(group);
            button.setSelected(way.equals(plan.way()));
            button.selectedProperty().subscribe(selected -> {
                if (selected) {
                    chosen.accept(way);
                }
            });
            VBox card = card(plan, way, words, button);
            card.setOnMouseClicked(_ -> button.setSelected(true));
            cards.getChildren().add(card);
        }
        return cards;
    }

    private static RadioButton radio(StopPlan.Possible plan, Way way, FreeWords words) {
        Line line = words.plans().way(plan, way);
        RadioButton button = new RadioButton(line.title());
        button.setId("way-" + way.kind().name().toLowerCase(Locale.ROOT));
        button.setAccessibleText(line.text());
        button.setTooltip(new Tooltip(line.text()));
        button.setMinWidth(0);
        return button;
    }

    private static VBox card(StopPlan.Possible plan, Way way, FreeWords words, Labeled title) {
        Line line = words.plans().way(plan, way);
        boolean choice = plan.ways().size() > 1;
        HBox head = new HBox(8, title);
        head.setAlignment(Pos.CENTER_LEFT);
        if (choice && way.equals(plan.suggested())) {
            head.getChildren().add(Controls.whole(Controls.label(words.get("ui.free.suggested"), "muted")));
        }
        VBox card = new VBox(head);
        if (!line.command().isEmpty()) {
            card.getChildren().add(PlanPane.wrapping(line.command(), "mono", "under"));
        }
        if (!line.detail().isEmpty()) {
            card.getChildren().add(PlanPane.wrapping(line.detail(), "detail", "under"));
        }
        card.getStyleClass().addAll("lever", choice ? "choice" : "alone");
        card.pseudoClassStateChanged(CHOSEN, way.equals(plan.way()));
        return card;
    }
}
