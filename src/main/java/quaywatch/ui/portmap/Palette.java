package quaywatch.ui.portmap;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;

import quaywatch.ui.kit.ThemeColors;
import quaywatch.view.PortUse;

/** The colours of the map, by the names of the style sheets. */
final class Palette {

    static final String GROUND = "-color-bg-default";
    static final String TINT = "-color-bg-subtle";
    static final String GRID = "-qw-hairline";
    static final String HATCH = "-qw-hatch";
    static final String FRAME = "-color-fg-default";
    static final String TEXT = "-color-fg-muted";
    static final String STRETCH = "-color-accent-emphasis";

    private static final int OPAQUE = 0xff00_0000;
    private static final int CHANNEL = 255;

    private final ThemeColors colors;

    private Palette(ThemeColors colors) {
        this.colors = colors;
    }

    /** All names that are asked for. */
    static String[] names() {
        List<String> names = new ArrayList<>(List.of(GROUND, TINT, GRID, HATCH, FRAME, TEXT, STRETCH));
        for (PortUse use : PortUse.values()) {
            names.add(name(use));
        }
        return names.toArray(String[]::new);
    }

    static Palette of(ThemeColors colors) {
        return new Palette(colors);
    }

    /** The name of a use's colour in the style sheets. */
    static String name(PortUse use) {
        return switch (use) {
            case EVERY_INTERFACE -> "-qw-exp-every";
            case ONE_ADDRESS -> "-qw-exp-address";
            case THIS_MACHINE -> "-qw-exp-here";
            case NAMESPACE -> "-qw-exp-namespace";
            case BOUND -> "-qw-st-bound";
            case CONNECTED -> "-qw-st-open";
            case TIME_WAIT -> "-qw-st-wait";
            case RECENT -> "-qw-faint";
        };
    }

    Color color(String name) {
        return colors.get(name);
    }

    /** A colour as an opaque pixel, ARGB. */
    int pixel(String name) {
        Color color = colors.get(name);
        return OPAQUE | channel(color.getRed()) << 16 | channel(color.getGreen()) << 8 | channel(color.getBlue());
    }

    private static int channel(double value) {
        return (int) Math.round(value * CHANNEL);
    }
}
