package quaywatch.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import quaywatch.model.ProcessId;

/** Gathers sorted lines below group heads. Keeps the heads of its last call, so that an unchanged one is the same object. */
final class Groups {

    private record Group(Object id, GroupPlace place, List<Entry> lines) {}

    private final GroupText text;
    private Map<String, GroupLine> last = Map.of();

    Groups(GroupText text) {
        this.text = text;
    }

    /** Heads in their own order, each followed by its lines in the given order unless it is folded. */
    List<Line> of(List<? extends Entry> sorted, Grouping by, Set<String> collapsed) {
        Map<Object, Group> groups = new LinkedHashMap<>();
        for (Entry line : sorted) {
            Object id = GroupId.of(by, line);
            groups.computeIfAbsent(id, _ -> new Group(id, GroupPlace.of(id, line), new ArrayList<>())).lines.add(line);
        }
        Map<String, GroupLine> heads = new HashMap<>();
        List<Line> lines = new ArrayList<>(sorted.size() + groups.size());
        groups.values().stream().sorted(Comparator.comparing(Group::place)).forEach(group -> {
            GroupLine head = head(group, by, collapsed);
            heads.put(head.key(), head);
            lines.add(head);
            if (head.expanded()) {
                lines.addAll(group.lines);
            }
        });
        last = heads;
        return lines;
    }

    private GroupLine head(Group group, Grouping by, Set<String> collapsed) {
        Entry example = group.lines.getFirst();
        String key = key(by, group.id);
        GroupLine head = new GroupLine(key, by, text.title(by, example), text.pid(by, example), text.detail(by, group.lines),
                group.lines.size(), !collapsed.contains(key), FlowText.sum(group.lines), FlowText.worstRtt(group.lines), example.row());
        GroupLine before = last.get(key);
        return before != null && head.equals(before) ? before : head;
    }

    /** {@link GroupLine#key()} of the group that a line belongs to. */
    static String keyOf(Grouping by, SocketLine line) {
        return key(by, GroupId.of(by, line));
    }

    private static String key(Grouping by, Object id) {
        return by.name() + ":" + (id instanceof ProcessId process ? process.pid() + ":" + process.start() : id.toString());
    }
}
