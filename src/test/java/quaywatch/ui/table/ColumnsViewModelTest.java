package quaywatch.ui.table;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import quaywatch.settings.ColumnChoice;
import quaywatch.ui.nav.Screen;
import quaywatch.view.Column;
import quaywatch.view.OwnerColumns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ColumnsViewModelTest {

    /** owner, pid, ports, sockets. */
    private static final List<Column> FOUR = OwnerColumns.all().subList(0, 4);

    private final ColumnsViewModel columns = new ColumnsViewModel(Screen.PROCESSES, FOUR);

    @Test
    void aFreshStartHasItsOwnOrderAndKeepsNothing() {
        assertEquals(List.of("owner", "pid", "ports", "sockets"), ids());
        assertEquals(List.of(), columns.remembered());
        assertEquals(80, columns.width("pid"));
    }

    @Test
    void theLastColumnStays() {
        Stream.of("owner", "pid", "ports", "sockets").forEach(columns::toggle);
        assertTrue(columns.isLast("sockets"));
        assertEquals(List.of("sockets"), FOUR.stream().map(Column::id).filter(columns::isWanted).toList());
        columns.toggle("owner");
        assertFalse(columns.isLast("sockets"));
    }

    @Test
    void aColumnMovesAmongAllAndStopsAtTheEnds() {
        columns.move("owner", 1);
        assertEquals(List.of("pid", "owner", "ports", "sockets"), ids());
        columns.move("owner", 9);
        columns.move("ports", -9);
        assertEquals(List.of("ports", "pid", "sockets", "owner"), ids());
    }

    @Test
    void aColumnMovesPastTheNextOneThatIsShown() {
        columns.toggle("pid");
        columns.fit(new ColumnsViewModel.Room(Set.of("ports"), "owner"));
        columns.movePast("owner", 1);
        assertEquals(List.of("pid", "ports", "sockets", "owner"), ids());
        columns.movePast("owner", 1);
        assertEquals(List.of("pid", "ports", "sockets", "owner"), ids());
        columns.movePast("sockets", -1);
        assertEquals(List.of("pid", "ports", "sockets", "owner"), ids(), "those at its left are not shown");
    }

    @Test
    void widthGoesInStepsAndTheColumnThatTakesTheRestHasNone() {
        columns.fit(new ColumnsViewModel.Room(Set.of(), "owner"));
        columns.widen("pid", 2);
        columns.widen("owner", 2);
        assertEquals(100, columns.width("pid"));
        assertEquals(147, columns.width("owner"));
        columns.widen("pid", -50);
        assertEquals(40, columns.width("pid"));
        columns.widen("pid", 50);
        columns.resize("pid", 80.3);
        assertTrue(columns.isUsual(), "dragged back to where it was");
    }

    @Test
    void aStepBeginsAtTheWidthThatIsSeen() {
        columns.fit(new ColumnsViewModel.Room(Set.of(), "owner", Map.of("pid", 95.0)));
        columns.widen("pid", 1);
        assertEquals(105, columns.width("pid"));
        columns.widen("pid", 1);
        assertEquals(115, columns.width("pid"), "its own width from now on");
    }

    @Test
    void aHiddenColumnKeepsItsWidthAndPlace() {
        columns.resize("pid", 120);
        columns.move("pid", 1);
        columns.toggle("pid");
        columns.toggle("pid");
        assertEquals(120, columns.width("pid"));
        assertEquals(List.of("owner", "ports", "pid", "sockets"), ids());
    }

    @Test
    void whatWasKeptComesBackWithNewColumnsWhereTheyBelong() {
        columns.restore(
                List.of(choice("sockets", 80, true), choice("gone", 90, true), choice("owner", 0, true), choice("sockets", 16, false)));
        assertEquals(List.of(choice("sockets", 80, true), choice("owner", 0, true), choice("pid", 0, true), choice("ports", 0, true)),
                columns.choices().get());
        assertEquals(columns.choices().get(), columns.remembered());
        columns.restore(List.of());
        assertTrue(columns.isUsual());
        columns.restore(FOUR.stream().map(column -> choice(column.id(), 0, false)).toList());
        assertTrue(columns.isUsual(), "a table without columns is nobody's wish");
    }

    @Test
    void resetGoesBackToAFreshStart() {
        columns.order(List.of("sockets", "ports", "pid", "owner"));
        columns.resize("pid", 300);
        columns.toggle("ports");
        columns.reset();
        assertEquals(List.of(), columns.remembered());
    }

    private static ColumnChoice choice(String id, int width, boolean visible) {
        return new ColumnChoice(id, width, visible);
    }

    private List<String> ids() {
        return columns.choices().get().stream().map(ColumnChoice::id).toList();
    }
}
