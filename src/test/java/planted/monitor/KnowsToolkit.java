package planted.monitor;

/** Breaks: the toolkit only in app and ui. */
final class KnowsToolkit {

    javafx.scene.Node node = new javafx.scene.layout.Pane();
}
