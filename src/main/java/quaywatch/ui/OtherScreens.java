package quaywatch.ui;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;

import quaywatch.ui.nav.Navigation;

/**
 * The screens that are no tables of what the machine does now.
 *
 * @param settings  makes the Settings screen
 * @param history   makes the History screen, which asks something of the window
 */
public record OtherScreens(Supplier<Node> settings, Function<Navigation, Node> history) {}
