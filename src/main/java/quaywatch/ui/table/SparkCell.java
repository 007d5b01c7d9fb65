package quaywatch.ui.table;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Snapshot;
import quaywatch.model.Trace;
import quaywatch.ui.plot.Spark;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.Line;
import quaywatch.view.Trend;

/** A cell that draws the last minute of its line. Only cells in sight are asked to; the colour of the line is that of the cell's text. */
final class SparkCell extends SteadyCell {

    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
    private static final double AIR = 8;

    private final Column column;
    private final Trend trend;
    private final CellWords words;
    private final Spark spark;

    SparkCell(Column column, Trend trend, CellWords words) {
        super(column.id());
        this.column = column;
        this.trend = trend;
        this.words = words;
        this.spark = new Spark(trend == Trend.RATE);
        getStyleClass().add("spark");
        textFillProperty().addListener((_, _, _) -> renew());
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> tell());
    }

    @Override
    void draw(@Nullable Line line) {
        renew();
    }

    /** Draws the minute that ends with the look that is shown. */
    void renew() {
        Optional<Trace> trace = trace();
        pseudoClassStateChanged(MUTED, trace.isEmpty());
        // What is not counted says so; where a group or an empty row has nothing to draw, nothing stands.
        String text = trace.isEmpty() && drawn() instanceof Entry entry ? words.text(column, entry) : "";
        if (!text.equals(getText() == null ? "" : getText())) {
            setText(text.isEmpty() ? null : text);
        }
        if (trace.isPresent() != (getGraphic() == spark)) {
            setGraphic(trace.isPresent() ? spark : null);
            setContentDisplay(trace.isPresent() ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        }
        trace.ifPresent(this::draw);
    }

    private Optional<Trace> trace() {
        Line line = drawn();
        return line == null ? Optional.empty() : trend.of(line, words.snapshot());
    }

    private void draw(Trace trace) {
        Snapshot snapshot = words.snapshot();
        long top = trend.top(snapshot);
        long[] values = trend.values(trace, snapshot.taken(), spark.parts());
        spark.draw(Arrays.stream(values).mapToDouble(value -> Trend.height(value, top)).toArray(), getTextFill());
    }

    @Override
    protected void layoutChildren() {
        spark.resize(Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset()), Math.max(1, getHeight() - AIR),
                () -> trace().ifPresent(this::draw));
        super.layoutChildren();
    }

    private String said() {
        Line line = drawn();
        return trace().map(trace -> trend.text(trace, Objects.requireNonNull(line), words.words()))
                .orElseGet(() -> line instanceof Entry entry ? column.lack(entry, words.words()).orElse("") : "");
    }

    /** Made where the pointer is, not for every cell at each look. */
    private void tell() {
        String said = said();
        setTooltip(said.isEmpty() ? null : new Tooltip(said));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && drawn() instanceof Entry
                ? said()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
