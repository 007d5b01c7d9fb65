package planted.ui.connections;

/** Stands for another screen. */
public final class Screen {}
