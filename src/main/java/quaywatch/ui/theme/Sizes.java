package quaywatch.ui.theme;

/**
 * How large text and all that goes with it is drawn. Every figure of the design is for the usual size and goes through here, or through the
 * style sheets that {@link Look} makes with it; no other place knows the factor.
 *
 * @param factor  1 for the usual size
 */
public record Sizes(double factor) {

    public static final Sizes USUAL = new Sizes(1);

    public Sizes {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a size can't be multiplied by " + factor);
        }
    }

    /** The sizes for text of so many percent of its usual size. */
    public static Sizes ofPercent(int percent) {
        return new Sizes(percent / 100.0);
    }

    /** A length of the design in pixels of the screen: whole ones, so that edges stay sharp, and never none where there was one. */
    public double of(double pixels) {
        double whole = Math.rint(Math.abs(pixels) * factor);
        return Math.copySign(pixels == 0 ? 0 : Math.max(1, whole), pixels);
    }

    /** A size of text, or of what is drawn as finely: not rounded, for letters need no whole pixels. */
    public double fine(double pixels) {
        return pixels * factor;
    }

    /** What a length of the screen is in the design: the inverse of {@link #fine}. */
    public double usual(double pixels) {
        return pixels / factor;
    }
}
