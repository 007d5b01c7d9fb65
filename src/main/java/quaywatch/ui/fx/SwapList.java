package quaywatch.ui.fx;

import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * A list that takes over another one whole and reports only what differs by identity: an update for each index whose object changed, and one
 * addition or removal at the tail. A table repaints just those rows. FX thread only.
 *
 * @param <E> the element type
 */
public final class SwapList<E> extends ObservableListBase<E> {

    private List<E> elements = List.of();

    /** Replaces the content. {@code next} must not change afterwards. */
    public void swap(List<E> next) {
        List<E> before = elements;
        int common = Math.min(before.size(), next.size());
        beginChange();
        elements = next;
        for (int i = 0; i < common; i++) {
            if (before.get(i) != next.get(i)) {
                nextUpdate(i);
            }
        }
        if (next.size() > common) {
            nextAdd(common, next.size());
        } else if (before.size() > common) {
            nextRemove(common, before.subList(common, before.size()));
        }
        endChange();
    }

    /** What it holds now; does not change when the list does. */
    public List<E> content() {
        return elements;
    }

    @Override
    public E get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
