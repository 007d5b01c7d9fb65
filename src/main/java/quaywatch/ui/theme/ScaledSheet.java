package quaywatch.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A style sheet with all its lengths multiplied. The sheets hold the figures of the design; JavaFX's own relative unit, em, would not do, for
 * it counts from each node's own font and so means another length in every style. Colours, opacities and shapes stay as they are.
 */
final class ScaledSheet {

    private static final Pattern LENGTHS = Pattern.compile(
            "(?<=[{;\\s])(-fx-[a-z-]*(?:size|width|height|padding|insets|radius|spacing|gap|indent|length|translate-[xy]|dash-array)\\s*:)"
                    + "([^;{}]+)");
    /** Not the digits of a name or a colour, nor what has a unit other than px. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w#.-])(-?\\d+(?:\\.\\d+)?)(?:px)?(?![\\w.%])");

    private final Sizes sizes;

    ScaledSheet(Sizes sizes) {
        this.sizes = sizes;
    }

    /** The address of a sheet with the lengths of the one at {@code address} multiplied; reads it. */
    String of(String address) {
        if (sizes.equals(Sizes.USUAL)) {
            return address;
        }
        try (InputStream in = URI.create(address).toURL().openStream()) {
            byte[] scaled = scale(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            return "data:text/css;base64," + Base64.getEncoder().encodeToString(scaled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String scale(String css) {
        return LENGTHS.matcher(css).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + scaled(found)));
    }

    private String scaled(MatchResult found) {
        boolean text = found.group(1).contains("font-size");
        return NUMBER.matcher(found.group(2)).replaceAll(number -> length(number.group(1), text) + "px");
    }

    /** -1 stands for a computed width or height, and needs to stay. What has a fraction was drawn finer than whole pixels. */
    private String length(String number, boolean text) {
        double pixels = Double.parseDouble(number);
        if (pixels == -1 || pixels == 0) {
            return number;
        }
        return Double.toString(text || number.contains(".") ? sizes.fine(pixels) : sizes.of(pixels));
    }
}
