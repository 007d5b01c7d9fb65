package quaywatch.ui.kit;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** A part of the window that is made when it is first needed, so that the first frame waits only for what it shows. FX thread only. */
public final class Later<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    /** @param maker  asked once, if ever */
    public Later(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The part, which exists from now on. */
    public T get() {
        T part = made;
        if (part == null) {
            part = maker.get();
            made = part;
        }
        return part;
    }

    /** Hands the part over if it exists. */
    public void ifMade(Consumer<T> use) {
        if (made != null) {
            use.accept(made);
        }
    }
}
