package quaywatch.collect.linux;

import java.io.IOException;

import quaywatch.control.Child;

/** A process that does what a test says ({@code src/test/python/actor.py}). Ends with the test. */
final class Actor implements AutoCloseable {

    private final Child child;

    private Actor(Child child) {
        this.child = child;
    }

    static Actor start() throws IOException {
        return new Actor(Child.start("actor.py"));
    }

    /** Has a line of Python run, and gives its value. */
    String run(String line) throws IOException {
        child.say(line);
        String answer = child.line();
        if (answer.startsWith("failed") || answer.equals("null")) {
            throw new IOException(line + " " + answer);
        }
        return answer;
    }

    /** Has an expression computed that is a number. */
    int number(String expression) throws IOException {
        return Integer.parseInt(run(expression));
    }

    /** Opens a listener under a name and says on which port. */
    int listen(String name) throws IOException {
        run(name + " = listener()");
        return number("port(" + name + ")");
    }

    long pid() {
        return child.pid();
    }

    @Override
    public void close() {
        child.close();
    }
}
