package quaywatch.cli;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import quaywatch.text.Visible;
import quaywatch.text.Words;

/** Says in a sentence why arguments can't be read. */
final class Misuse {

    private Misuse() {}

    static String sentence(ParameterException e, Words words) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, words);
            case MissingParameterException missing when !missing.getMissing().isEmpty() ->
                words.get("cli.missingValue", missing.getMissing().getFirst().paramLabel(), name(missing));
            case OverwrittenOptionException twice -> words.get("cli.twice", name(twice));
            default -> words.get("cli.unreadable", Visible.shortened(String.valueOf(e.getMessage()), Console.MOST));
        };
    }

    private static String unmatched(UnmatchedArgumentException e, Words words) {
        String first = e.getUnmatched().getFirst();
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return words.get(first.startsWith("-") ? "cli.noOption" : "cli.noCommand", Visible.shortened(first, Console.MOST), command);
    }

    private static String name(MissingParameterException e) {
        return name(e.getMissing().getFirst());
    }

    private static String name(OverwrittenOptionException e) {
        return e.getOverwritten() instanceof picocli.CommandLine.Model.ArgSpec spec ? name(spec) : "";
    }

    private static String name(picocli.CommandLine.Model.ArgSpec spec) {
        return spec instanceof picocli.CommandLine.Model.OptionSpec option ? option.longestName() : spec.paramLabel();
    }
}
