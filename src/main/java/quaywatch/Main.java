package quaywatch;

import quaywatch.app.Quaywatch;

/** Starts Quaywatch: the window, or a command in the terminal. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(Quaywatch.run(args));
    }
}
