package quaywatch.cli;

/** No window can be opened here, for want of a display or of the libraries to draw on one. The message says why, without a full stop. */
public final class NoWindowException extends Exception {

    private static final long serialVersionUID = 1L;

    public NoWindowException(String sentence) {
        super(sentence);
    }

    public NoWindowException(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
