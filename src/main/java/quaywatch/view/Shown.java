package quaywatch.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a table shows at a moment, to be copied or exported: its columns and its lines, both in its order. What a closed group hides is not
 * shown. Immutable; any thread.
 *
 * @param columns  those that are to be seen
 * @param lines    sockets or those who hold them, below the heads of their groups
 * @param wording  how values are put into words
 * @param now      the moment that ages are counted to
 */
public record Shown(List<Column> columns, List<Line> lines, Wording wording, Instant now) {

    public Shown {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * The lines below one head.
     *
     * @param head     null for lines outside groups
     * @param entries  none for a closed group, or one that stands for itself
     */
    record Section(@Nullable GroupLine head, List<Entry> entries) {}

    /** Only these lines, still in the order of the table and each below the head of its group; others are left out. */
    public Shown only(List<? extends Line> wanted) {
        Set<Object> keys = wanted.stream().map(Line::key).collect(Collectors.toCollection(HashSet::new));
        List<Line> kept = new ArrayList<>();
        for (Section section : sections()) {
            List<Entry> entries = section.entries.stream().filter(entry -> keys.contains(entry.key())).toList();
            if (section.head != null && (!entries.isEmpty() || keys.contains(section.head.key()))) {
                kept.add(section.head);
            }
            kept.addAll(entries);
        }
        return new Shown(columns, kept, wording, now);
    }

    /** How many rows this makes: a group with lines below it is no row of its own. */
    public int count() {
        return sections().stream().mapToInt(section -> Math.max(1, section.entries.size())).sum();
    }

    /** Whether the lines stand in groups. */
    boolean grouped() {
        return lines.stream().anyMatch(GroupLine.class::isInstance);
    }

    /** The lines by groups; one section without a head if there are none, none if there are no lines. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (Line line : lines) {
            switch (line) {
                case GroupLine head -> sections.add(new Section(head, new ArrayList<>()));
                case Entry entry -> {
                    if (sections.isEmpty()) {
                        sections.add(new Section(null, new ArrayList<>()));
                    }
                    sections.getLast().entries.add(entry);
                }
            }
        }
        return sections;
    }

    List<String> titles() {
        return columns.stream().map(column -> CellText.title(column, wording)).toList();
    }

    List<String> cells(Entry line) {
        return columns.stream().map(column -> column.text(line, wording, now)).toList();
    }

    /** {@code firefox 4711}. */
    static String name(GroupLine head) {
        return head.pid().isEmpty() ? head.title() : head.title() + " " + head.pid();
    }

    /** What the head of a group shows, {@code said} in the first column that it has nothing else in. */
    List<String> cells(GroupLine head, String said) {
        List<String> cells = new ArrayList<>(columns.stream().map(column -> column.head(head, wording.words())).toList());
        int free = cells.indexOf("");
        if (free >= 0) {
            cells.set(free, said);
        }
        return cells;
    }

    /** {@code first}, then the rest. */
    static List<String> with(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }
}
