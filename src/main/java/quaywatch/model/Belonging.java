package quaywatch.model;

/** What a process belongs to: the thing one would start or stop instead of the process itself. */
public sealed interface Belonging {

    /** The text to show: unit, container or command. */
    String name();

    /** A systemd unit, with its suffix ({@code ssh.service}); {@code user} for one of a user manager. */
    record Unit(String name, boolean user) implements Belonging {}

    /** A container, by the id in its cgroup path, shortened to 12 digits as the runtimes print it. */
    record Container(String name, String runtime) implements Belonging {}

    /** The program that started it ({@code npm run dev}, {@code bash}). */
    record StartedBy(String name) implements Belonging {}
}
