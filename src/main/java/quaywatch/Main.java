package quaywatch;

/** Starts Quaywatch: the window, or a command in the terminal. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(0);
    }
}
