package quaywatch.app;

import java.lang.reflect.Field;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import com.sun.javafx.tk.quantum.QuantumToolkit;

/**
 * The clock behind the toolkit's frames, made to stop while nothing moves. The toolkit asks its clock to pause a quarter of a second after the last
 * frame, and to go on before the next; on GTK that does nothing, and the thread of the window wakes up sixty times a second for as long as it is open:
 * more than a window costs that only watches. There is no public way to it, so this one is put in the place of the toolkit's own.
 */
final class FrameClock extends Timer {

    private static final long STARTED = 1;

    private final Timer plain;
    private final int milliseconds;

    /**
     * @param plain         what rings and can't pause
     * @param milliseconds  between two frames
     */
    FrameClock(Timer plain, int milliseconds) {
        super(() -> {});
        this.plain = plain;
        this.milliseconds = milliseconds;
    }

    /** FX thread, once the toolkit has started. Where the toolkit is not as expected, it keeps its clock, and nothing is lost but power. */
    static void install() {
        if (Toolkit.getToolkit() instanceof QuantumToolkit kit) {
            try {
                install(kit);
            } catch (ReflectiveOperationException | RuntimeException e) {
                System.getLogger(FrameClock.class.getName()).log(System.Logger.Level.DEBUG, "the toolkit keeps its own clock", e);
            }
        }
    }

    private static void install(QuantumToolkit kit) throws ReflectiveOperationException {
        Field place = accessible("pulseTimer");
        int milliseconds = accessible("PULSE_INTERVAL").getInt(kit);
        // The lock under which the toolkit asks its clock to pause and to go on.
        synchronized (kit) {
            if (place.get(kit) instanceof Timer plain && plain.getClass().getName().equals("com.sun.glass.ui.gtk.GtkTimer")) {
                FrameClock clock = new FrameClock(plain, milliseconds);
                clock.start(milliseconds);
                place.set(kit, clock);
            }
        }
    }

    private static Field accessible(String name) throws NoSuchFieldException {
        Field field = QuantumToolkit.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Override
    protected long _start(Runnable unused, int period) {
        _resume(STARTED);
        return STARTED;
    }

    @Override
    protected long _start(Runnable unused) {
        throw new UnsupportedOperationException("no clock of the screen's own");
    }

    @Override
    protected void _stop(long unused) {
        plain.stop();
    }

    /** Any thread; asked for again and again. */
    @Override
    protected void _pause(long unused) {
        plain.stop();
    }

    /** Likewise. */
    @Override
    protected void _resume(long unused) {
        if (!plain.isRunning()) {
            plain.start(milliseconds);
        }
    }
}
