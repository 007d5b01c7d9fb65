package quaywatch.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;

import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.LinkRow;

/** A section of rows that lead somewhere. Rows are used again, so that a focus in one stays. */
final class Listing<T> extends Section {

    private final Supplier<LinkRow<T>> maker;
    private final List<LinkRow<T>> rows = new ArrayList<>();
    private final Node last;

    /** @param last  stands below the rows */
    Listing(String id, String title, Node last, Supplier<LinkRow<T>> maker) {
        super(id, title);
        this.maker = maker;
        this.last = last;
    }

    /** @param count  stands behind the title */
    void show(List<T> values, String count) {
        Controls.show(this, !values.isEmpty());
        count(count);
        while (rows.size() < values.size()) {
            rows.add(maker.get());
        }
        for (int i = 0; i < values.size(); i++) {
            rows.get(i).show(values.get(i));
        }
        List<Node> shown = new ArrayList<>(rows.subList(0, values.size()));
        shown.add(last);
        rows(shown);
    }
}
