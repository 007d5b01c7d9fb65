package quaywatch.ui;

/** What the window asks of the program around it. FX thread. */
public interface WindowActions {

    /** From light to dark and back. */
    void switchTheme();

    /** Hands an address to the user's browser, and tells if that can't be done. */
    void browse(String address);

    /** Looks at the machine at once. */
    void scanNow();

    /** What the program is. */
    About about();

    /** Ends the program. */
    void quit();
}
