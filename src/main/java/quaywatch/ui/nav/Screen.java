package quaywatch.ui.nav;

/** The screens of the rail, in its order. */
public enum Screen {
    PORTS, CONNECTIONS, PROCESSES, PORT_MAP, ACTIVITY, HISTORY, SETTINGS;

    /** Whether it is a table of what the machine does now, with filter, charts and inspector. */
    public boolean isLive() {
        return switch (this) {
            case PORTS, CONNECTIONS, PROCESSES -> true;
            case PORT_MAP, ACTIVITY, HISTORY, SETTINGS -> false;
        };
    }
}
