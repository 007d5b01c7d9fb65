package quaywatch.cli;

/** What a command tells the shell. */
enum ExitCode {
    DONE(0), NOTHING_MATCHED(1), USAGE(2), COULD_NOT_READ(3), NOT_PERMITTED(4), STILL_HELD(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
