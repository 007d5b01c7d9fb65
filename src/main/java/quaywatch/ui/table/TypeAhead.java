package quaywatch.ui.table;

import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

import quaywatch.ui.kit.Key;
import quaywatch.view.Column;
import quaywatch.view.Entry;
import quaywatch.view.GroupLine;
import quaywatch.view.Grouping;
import quaywatch.view.Line;
import quaywatch.view.OwnerText;

/**
 * Typing goes to the next row whose owner, or text in the sorted column, begins so; a pause ends it. A letter that is a key of the table keeps
 * its meaning until something is typed; {@code /} begins with nothing, so that such a letter can come first.
 */
final class TypeAhead {

    private static final Duration PAUSE = Duration.seconds(1);

    private final TableView<Line> table;
    private final TableViewModel model;
    private final CellWords words;
    private final PauseTransition pause = new PauseTransition(PAUSE);

    TypeAhead(TableView<Line> table, TableViewModel model, CellWords words) {
        this.table = table;
        this.model = model;
        this.words = words;
        pause.setOnFinished(_ -> model.typing().set(null));
        table.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Whether the next letter goes on with what is typed. */
    boolean isActive() {
        return model.typing().get() != null;
    }

    private void typed(KeyEvent event) {
        String sign = event.getCharacter();
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown() || sign.isEmpty() || Character.isISOControl(sign.charAt(0))) {
            return;
        }
        Typing before = model.typing().get();
        if (before != null) {
            find(before.text() + sign);
        } else if (sign.equals(Key.START)) {
            show(new Typing("", true));
        } else if (Character.isLetterOrDigit(sign.codePointAt(0)) && !Key.isLetter(sign)) {
            find(sign);
        } else {
            return;
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        Typing before = model.typing().get();
        if (before == null) {
            return;
        }
        if (Key.BACK.matches(event)) {
            pause.stop();
            model.typing().set(null);
            event.consume();
        } else if (Key.FIND_SHORTER.matches(event)) {
            String text = before.text();
            find(text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(text.length(), -1)));
            event.consume();
        } else if (Key.FOLD.matches(event)) {
            // Part of a name; its typed sign follows.
            event.consume();
        }
    }

    private void show(Typing typing) {
        model.typing().set(typing);
        pause.playFromStart();
    }

    /** A longer text may stay where it is, a new one goes on; one letter over and over goes from row to row. */
    private void find(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        boolean first = wanted.codePointCount(0, wanted.length()) == 1;
        Optional<Integer> at = wanted.isEmpty() ? Optional.empty() : next(wanted, first ? 1 : 0);
        if (at.isEmpty() && !wanted.isEmpty() && wanted.chars().allMatch(sign -> sign == wanted.charAt(0))) {
            at = next(wanted.substring(0, 1), 1);
        }
        at.ifPresent(this::go);
        show(new Typing(text, wanted.isEmpty() || at.isPresent()));
    }

    private Optional<Integer> next(String wanted, int ahead) {
        Optional<Column> sorted = model.columns().all().stream().filter(column -> column.id().equals(model.sort().get().columnId()))
                .findFirst();
        int rows = model.lines().size();
        int from = table.getFocusModel().getFocusedIndex() + ahead;
        for (int i = 0; i < rows; i++) {
            int at = Math.floorMod(from + i, rows);
            if (begins(model.lines().get(at), sorted, wanted)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private boolean begins(Line line, Optional<Column> sorted, String wanted) {
        return switch (line) {
            case GroupLine group -> begins(group.title(), wanted);
            // Below its process a socket has its name from the head.
            case Entry entry -> entry.group() != Grouping.PROCESS && begins(OwnerText.name(entry.live(), words.words()), wanted)
                    || sorted.isPresent() && !sorted.get().id().equals("owner") && begins(words.text(sorted.get(), entry), wanted);
        };
    }

    private static boolean begins(String text, String wanted) {
        return text.regionMatches(true, 0, wanted, 0, wanted.length());
    }

    private void go(int index) {
        table.getSelectionModel().clearAndSelect(index);
        Node flow = table.lookup(".virtual-flow");
        if (flow instanceof VirtualFlow<?> rows) {
            rows.scrollTo(index);
        }
    }
}
