package quaywatch.ui.nav;

/** The screens of the rail, in its order. */
public enum Screen {
    PORTS, CONNECTIONS, PROCESSES, PORT_MAP, SETTINGS;

    /** Whether it shows rows in a table, so that rows can be selected and looked into. */
    public boolean hasTable() {
        return switch (this) {
            case PORTS, CONNECTIONS, PROCESSES -> true;
            case PORT_MAP, SETTINGS -> false;
        };
    }
}
