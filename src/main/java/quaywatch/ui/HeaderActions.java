package quaywatch.ui;

import java.util.function.BiConsumer;
import java.util.function.Supplier;

import quaywatch.model.Protocol;
import quaywatch.ui.header.HeaderView;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.table.SocketTable;
import quaywatch.view.Scope;
import quaywatch.view.SocketLine;

/** What the header asks of the window. */
final class HeaderActions implements HeaderView.Actions {

    private final MainViewModel model;
    private final Supplier<SocketTable> front;
    private final Navigation navigation;
    private final WindowActions program;
    private final BiConsumer<String, Protocol> why;

    /**
     * @param front    the table in front
     * @param program  what is asked of the program around the window
     * @param why      tells why a port can't be used, as it was typed
     */
    HeaderActions(MainViewModel model, Supplier<SocketTable> front, Navigation navigation, WindowActions program,
            BiConsumer<String, Protocol> why) {
        this.model = model;
        this.front = front;
        this.navigation = navigation;
        this.program = program;
        this.why = why;
    }

    @Override
    public void toRows() {
        front.get().focusFirst();
    }

    @Override
    public void freeFirst() {
        front.get().focusFirst();
        if (model.selected() instanceof SocketLine socket && socket.socket().holdsPort()) {
            navigation.free(socket);
        }
    }

    @Override
    public void why(String text) {
        why.accept(text.strip(), model.header().filters().protocols().meant());
    }

    @Override
    public void switchTheme() {
        program.switchTheme();
    }

    @Override
    public void scope(Scope scope) {
        model.choose(scope);
    }
}
