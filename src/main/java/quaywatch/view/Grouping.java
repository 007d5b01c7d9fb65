package quaywatch.view;

/** What lines are gathered by. */
public enum Grouping {
    NONE, PROCESS, PORT_RANGE, LOCAL_PORT, REMOTE_HOST, STATE, USER, SERVICE
}
