package quaywatch.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import quaywatch.control.Self;
import quaywatch.control.linux.HelperAnswer;
import quaywatch.control.linux.HelperRequest;
import quaywatch.control.linux.HelperWork;
import quaywatch.text.Words;

/**
 * The helper that an administrator's consent starts: a program of its own beside the window and the commands, for two things and nothing else.
 * Says in one line how it ended, and by its exit code ({@link HelperAnswer}).
 */
public final class Helper {

    private Helper() {}

    public static void main(String[] arguments) {
        HelperAnswer answer = answered(List.of(arguments));
        PrintWriter out = new PrintWriter(System.out);
        out.println(new Words(Locale.ROOT).of("app.helper", answer));
        out.flush();
        System.exit(answer.code());
    }

    /** A fault of ours is one answer more: nobody reads what else would be printed. */
    private static HelperAnswer answered(List<String> words) {
        try {
            return answer(words);
        } catch (RuntimeException | Error _) {
            return HelperAnswer.FAILED;
        }
    }

    private static HelperAnswer answer(List<String> words) {
        Optional<HelperRequest> request = HelperRequest.parse(words);
        if (request.isEmpty()) {
            return HelperAnswer.NOT_UNDERSTOOD;
        }
        boolean root = new Machines(Clock.systemUTC()).user().filter(user -> user.uid() == 0).isPresent();
        return root ? new HelperWork(Self.ofThisProcess(null, false)).carryOut(request.get()) : HelperAnswer.NOT_ROOT;
    }
}
