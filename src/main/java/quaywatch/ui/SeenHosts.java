package quaywatch.ui;

import java.util.function.Consumer;
import java.util.stream.Stream;

import quaywatch.model.Address;
import quaywatch.ui.table.TableViewModel;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;

/**
 * Asks for the names of far hosts, if the user wants them: of those that can be seen where a column shows them, and of the one that the
 * inspector shows. FX thread only.
 */
public final class SeenHosts {

    static final String COLUMN = "host";

    private final MainViewModel model;
    private final Consumer<Address> want;

    private SeenHosts(MainViewModel model, Consumer<Address> want) {
        this.model = model;
        this.want = want;
    }

    /** @param want  is told each address at each frame; must not block */
    public static void follow(MainViewModel model, Consumer<Address> want) {
        SeenHosts seen = new SeenHosts(model, want);
        model.arrived().addListener(_ -> seen.ask());
        model.hostNames().addListener(_ -> seen.ask());
        for (TableViewModel table : model.tables()) {
            table.sight().addListener(_ -> seen.ask());
            table.selected().addListener(_ -> seen.ask());
            table.columns().choices().addListener(_ -> seen.ask());
        }
    }

    private void ask() {
        if (model.hostNames().get()) {
            TableViewModel table = model.table();
            Stream<Line> seen = table.columns().isShown(COLUMN) ? table.sight().get().of(table.lines()).stream() : Stream.empty();
            Stream.concat(seen, Stream.ofNullable(model.selected())).forEach(this::ask);
        }
    }

    private void ask(Line line) {
        if (line instanceof SocketLine socket && socket.socket().hasPeer()) {
            want.accept(socket.socket().remote().address());
        }
    }
}
