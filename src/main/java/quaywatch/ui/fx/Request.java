package quaywatch.ui.fx;

import quaywatch.ui.nav.Screen;
import quaywatch.view.ViewState;

/**
 * What the window wants to see.
 *
 * @param screen  the screen the rows are for
 * @param state   filter, grouping, order
 * @param held    whether nothing may change place now
 * @param arrangement  another number than before lets everything take its place once, even while held
 */
public record Request(Screen screen, ViewState state, boolean held, int arrangement) {

    /** Whether rows made for {@code other} may be renewed in place for this request. */
    boolean samePlaces(Request other) {
        return screen == other.screen && arrangement == other.arrangement && state.equals(other.state);
    }
}
