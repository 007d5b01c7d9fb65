package planted.ui.ports;

/** Breaks: no screen imports another. */
final class KnowsConnections {

    planted.ui.connections.Screen screen = new planted.ui.connections.Screen();
}
