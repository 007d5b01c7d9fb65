package planted.cli;

/** Breaks: standard streams only in app. */
final class Prints {

    void hello() {
        System.out.println("hello");
    }
}
