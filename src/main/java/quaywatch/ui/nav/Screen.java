package quaywatch.ui.nav;

/** The screens of the rail, in its order. */
public enum Screen {
    PORTS, CONNECTIONS, PROCESSES, ACTIVITY, SETTINGS;

    /** Whether it shows a table of sockets or of those who hold them. */
    public boolean hasTable() {
        return switch (this) {
            case PORTS, CONNECTIONS, PROCESSES -> true;
            case ACTIVITY, SETTINGS -> false;
        };
    }
}
