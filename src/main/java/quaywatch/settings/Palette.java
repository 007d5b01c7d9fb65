package quaywatch.settings;

/** Which hues stand for exposure, state and direction. */
public enum Palette {
    /** Those of the design. */
    USUAL,
    /** Hues that people with any common kind of colour blindness tell apart (after Okabe and Ito). */
    SAFE
}
