package quaywatch.control;

/** How closing a connection ended. */
public sealed interface CloseOutcome {

    /** It is gone, as a look afterwards showed. */
    record Closed() implements CloseOutcome {}

    /** It had ended before anything was sent. */
    record AlreadyGone() implements CloseOutcome {}

    /** The system does not let us: it takes the right to administer the network. */
    record NotPermitted() implements CloseOutcome {}

    /** An administrator was asked, and said no or nothing. */
    record Cancelled() implements CloseOutcome {}

    /** The kernel was built without it. */
    record Unsupported() implements CloseOutcome {}

    /** Another connection lies between these ends now; nothing was sent. */
    record OtherSocket() implements CloseOutcome {}

    /** Quaywatch won't do it; nothing was sent. */
    record Refused(CloseObstacle why) implements CloseOutcome {}

    /** The system says that it was done, and it is still there. */
    record StillOpen() implements CloseOutcome {}

    /** The system failed in a way that has no name here, in its own words. */
    record Failed(String cause) implements CloseOutcome {}
}
