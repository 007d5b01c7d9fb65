package quaywatch.settings;

/** When a stop asks first. */
public enum Confirmation {
    /** Every stop shows its plan and waits for a yes. */
    ALWAYS,
    /** A plan without a warning is carried out at once, in sight; one with a warning waits for a yes. */
    ONLY_WARNED
}
