package quaywatch.cli;

/** No window can be opened here, for want of a display or of the libraries to draw on one. The message is the toolkit's own. */
public final class NoWindowException extends Exception {

    private static final long serialVersionUID = 1L;

    public NoWindowException(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
