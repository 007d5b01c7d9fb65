package quaywatch.collect;

/** A source can't tell anything. The message is the system's own words, for the status bar and for doctor. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1L;

    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }

    public SourceException(String message) {
        super(message);
    }
}
