package quaywatch.cli;

/** The arguments ask for something that can't be; the sentence says what was expected. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    UsageException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
