package quaywatch.ui.nav;

/** The screens of the rail, in its order. */
public enum Screen {
    PORTS, CONNECTIONS, PROCESSES, SETTINGS
}
