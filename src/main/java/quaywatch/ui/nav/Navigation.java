package quaywatch.ui.nav;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

import quaywatch.model.Owner;
import quaywatch.model.ProcessId;
import quaywatch.model.Protocol;
import quaywatch.model.SocketKey;
import quaywatch.view.Shown;
import quaywatch.view.SocketLine;

/** What a part of the window may ask of the whole. All calls come on the FX thread. */
public interface Navigation {

    /** Brings a screen to the front. */
    void show(Screen screen);

    /** Adds {@code field:value}, already quoted where needed, to the query. */
    void filter(String term);

    /**
     * Brings the screen of a socket to the front and selects it there. Filters that would hide it are set aside, and can be brought back; a
     * socket that is gone is told to be.
     */
    void goTo(SocketKey socket);

    /** Shows all sockets of a process. Filters that would hide one of them are set aside, and can be brought back. */
    void goTo(ProcessId process);

    /** Shows all sockets of an owner, likewise. Of several processes that share a socket it is the first. */
    void goTo(Owner owner);

    /** Selects whoever holds this port now, likewise; that nobody does is told. */
    void goTo(Protocol protocol, int port);

    /** Shows the connections that all these terms match, at the brushed time if there is one. Other filters are set aside, and can be brought back. */
    void showConnections(List<String> terms);

    /** Takes every filter away. */
    void clearFilters();

    /** Shows the plan to free the port of this line. */
    void free(SocketLine line);

    /** Asks whether the connection of this line shall be closed, or says why it can't be. */
    void closeConnection(SocketLine line);

    /** Why the connection of this line can't be closed, as a short sentence; empty where it can be tried. */
    Optional<String> whyNotClose(SocketLine line);

    /** Tells why the port can't be used, or that it can. */
    void why(Protocol protocol, int port);

    /** Where a browser finds what listens at this line; empty where it can't. */
    Optional<String> webAddress(SocketLine line);

    /** Opens that in the user's browser. */
    void browse(SocketLine line);

    /** Opens the menu of the row that is selected in the table in front, below {@code at}. */
    void rowMenu(Node at);

    /** Explains at {@code at} why the owner of this line is hidden. */
    void explainOwner(SocketLine line, Node at);

    /** Opens the inspector and puts the focus in it. */
    void inspect();

    /** Puts text on the clipboard. */
    void copy(String text);

    /** Puts lines on the clipboard as {@link quaywatch.view.CellText#lines} has them; many take a moment. */
    void copy(Shown lines);

    /** Offers the filters that are kept, and to keep the present one. */
    void savedFilters();

    /** Asks which columns of the table in front shall be shown, in which order and how wide. */
    void chooseColumns();

    /** Asks what of the table in front shall go where in which form, and takes it there. */
    void export();
}
