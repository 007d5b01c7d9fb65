package quaywatch.control.linux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks an administrator through polkit, and lets the helper do what he agrees to: pkexec(1), which asks in a window of the desktop or in the
 * terminal. Blocks until he has answered, two minutes at most.
 */
public final class Administrator {

    private static final Duration CONSENT = Duration.ofMinutes(2);
    // Exit codes of pkexec(1).
    private static final int DISMISSED = 126;
    private static final int NOT_AUTHORISED = 127;

    private final Path pkexec;
    private final Path helper;
    private final Duration patience;

    Administrator(Path pkexec, Path helper) {
        this(pkexec, helper, CONSENT);
    }

    Administrator(Path pkexec, Path helper, Duration patience) {
        this.pkexec = pkexec;
        this.helper = helper;
        this.patience = patience;
    }

    /** What came of asking. */
    sealed interface Reply {

        /** He agreed, and the helper ended so. */
        record Answered(HelperAnswer answer) implements Reply {}

        /** He said no. */
        record Dismissed() implements Reply {}

        /** Nobody was asked, or could not show that he may. */
        record NotAuthorised() implements Reply {}

        /** It did not come to that, in the system's words. */
        record Failed(String cause) implements Reply {}
    }

    Reply ask(HelperRequest request) {
        List<String> words = new ArrayList<>(List.of(pkexec.toString(), helper.toString()));
        words.addAll(request.words());
        Command.Result result = Command.run(patience, words);
        return switch (result.code()) {
            case DISMISSED -> new Reply.Dismissed();
            case NOT_AUTHORISED -> new Reply.NotAuthorised();
            default -> {
                Optional<HelperAnswer> answer = HelperAnswer.of(result.code());
                yield answer.isPresent()
                        ? new Reply.Answered(answer.get())
                        : new Reply.Failed(result.error().isEmpty() ? pkexec + ": " + result.code() : result.error());
            }
        };
    }
}
