package quaywatch.ui.inspector;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessId;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.LinkRow;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Chain;

/** One step of why something runs; leads to what that process holds, if it holds something. */
final class WhyRow extends LinkRow<WhyRow.Step> {

    private static final int DEEPEST = 5;
    private static final int SHORT = 16;

    private final Words words;
    private final Navigation navigation;
    private final Label indent;
    private final StackPane arrow;
    private final StackPane icon;
    private final Label name;
    private final Label note;

    /**
     * A link at its place.
     *
     * @param depth  0 for the first
     * @param owner  whom it is about in the end, for its mark
     * @param goes   whether the process holds ports, so that there is something to go to
     */
    record Step(Chain.Link link, int depth, Owner owner, boolean goes) {}

    WhyRow(Words words, Navigation navigation) {
        this(words, navigation, Controls.whole(Controls.label("", "mono-small")), new StackPane(), new StackPane(), Controls.label(""),
                Controls.label("", "secondary"));
    }

    private WhyRow(Words words, Navigation navigation, Label indent, StackPane arrow, StackPane icon, Label name, Label note) {
        super("inspector-why-row", indent, arrow, icon, name, note);
        this.words = words;
        this.navigation = navigation;
        this.indent = indent;
        this.arrow = arrow;
        this.icon = icon;
        this.name = Controls.telling(name);
        this.note = Controls.shrinking(note);
        getStyleClass().add("why-row");
    }

    @Override
    protected String fill(Step step) {
        Chain.Link link = step.link;
        indent.setText(" ".repeat(2 * Math.clamp(step.depth - 1L, 0, DEEPEST)));
        Controls.show(indent, step.depth > 1);
        Controls.show(arrow, step.depth > 0);
        arrow.getChildren().setAll(Icons.of(MaterialDesignS.SUBDIRECTORY_ARROW_RIGHT));
        icon.getChildren().setAll(Icons.of(icon(step)));
        name.setText(link.name());
        // A short name stays whole, what is said of it makes room.
        name.setMinWidth(link.name().length() <= SHORT ? USE_PREF_SIZE : 0);
        String more = link.note().isEmpty() ? link.pid() : link.pid().isEmpty() ? link.note() : link.pid() + ", " + link.note();
        note.setText(more);
        setDisable(!step.goes);
        String said = String.join(" ", List.of(link.name(), link.pid(), link.note())).strip();
        return step.goes ? words.get("ui.inspector.why.go", link.name(), link.pid(), link.note()).replace(" , ", " ") : said;
    }

    private static Ikon icon(Step step) {
        return switch (step.link.kind()) {
            case FIRST -> MaterialDesignP.PENGUIN;
            case MANAGER -> MaterialDesignA.ACCOUNT_OUTLINE;
            case UNIT -> MaterialDesignA.APPLICATION_COG_OUTLINE;
            case CONTAINER -> MaterialDesignC.CUBE_OUTLINE;
            case TIMETABLE -> MaterialDesignC.CLOCK_OUTLINE;
            case SHELL -> MaterialDesignC.CONSOLE;
            case PROGRAM -> MaterialDesignA.APPLICATION_OUTLINE;
            case SELF -> Icons.owner(step.owner, Evidence.EXACT);
            case LEFT_OUT -> MaterialDesignD.DOTS_VERTICAL;
        };
    }

    @Override
    protected void go(Step step) {
        ProcessId process = step.link.process();
        if (process != null) {
            navigation.goTo(process);
        }
    }
}
