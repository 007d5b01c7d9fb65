package quaywatch.settings;

/** The colours of the window. */
public enum Theme {
    /** Those of the desktop. */
    SYSTEM, LIGHT, DARK,
    /** White on black, seven to one or better. */
    CONTRAST
}
