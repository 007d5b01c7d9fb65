package quaywatch.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;

import quaywatch.model.Protocol;
import quaywatch.model.Row;
import quaywatch.ui.free.CloseDialog;
import quaywatch.ui.free.FreeDialog;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.why.WhyDialog;
import quaywatch.view.SocketLine;
import quaywatch.view.Wording;

/** The dialogs of the window, at most one of them open: it lies above all else, and the window's own keys rest. FX thread only. */
final class Dialogs {

    private final MainViewModel model;
    private final FreeDialog free;
    private final CloseDialog closing;
    private final WhyDialog why;

    /**
     * @param parts    what stopping needs
     * @param inquiry  what telling why a port can't be used needs
     * @param closed   called when one has gone, to put the focus back
     */
    Dialogs(MainViewModel model, FreeDialog.Workshop parts, WhyDialog.Workshop inquiry, Wording wording, Navigation navigation,
            Runnable closed) {
        this.model = model;
        free = new FreeDialog(parts, wording, navigation, new FreeDialog.Manner(model.preferences().confirmation()::get, model.sizes()),
                closed);
        closing = new CloseDialog(parts, wording.words(), navigation, model.sizes(), closed);
        why = new WhyDialog(inquiry, wording, navigation, model.sizes(), this::free, closed);
    }

    List<Node> nodes() {
        return List.of(free, closing, why);
    }

    boolean isOpen() {
        return free.isOpen() || closing.isOpen() || why.isOpen();
    }

    /** Closes the one that is open; false if none is. */
    boolean close() {
        if (free.isOpen()) {
            free.close();
        } else if (closing.isOpen()) {
            closing.close();
        } else if (why.isOpen()) {
            why.close();
        } else {
            return false;
        }
        return true;
    }

    /** The plan to free the port that the row holds. */
    void free(Row row) {
        if (model.frame().get() != null) {
            free.open(Objects.requireNonNull(model.frame().get()).snapshot(), row);
        }
    }

    void closeConnection(SocketLine line) {
        closing.open(line);
    }

    /** Why that can't be done; empty where it can be tried. */
    Optional<String> whyNotClose(SocketLine line) {
        return closing.whyNot(line);
    }

    /** Why a port can't be used, as it was typed. */
    void why(String typed, Protocol protocol) {
        why.open(typed, protocol);
    }

    /** About the port of the row in focus; without one, about a port that is yet to be typed. */
    void why() {
        if (model.selected() instanceof SocketLine line && line.socket().local().port() > 0) {
            why(Integer.toString(line.socket().local().port()), line.socket().protocol());
        } else {
            why("", Protocol.TCP);
        }
    }
}
