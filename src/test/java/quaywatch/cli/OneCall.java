package quaywatch.cli;

import java.util.Locale;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertThrows;

/** What was given in one call, read as the program reads it. */
final class OneCall {

    static final Words WORDS = new Words(Locale.ENGLISH);

    private OneCall() {}

    static Given of(String... args) {
        CommandLine line = new CommandLine(new Syntax(WORDS, Detail.NONE).root());
        line.setExpandAtFiles(false).setInterpolateVariables(false);
        line.setAllowSubcommandsAsOptionParameters(true);
        ParseResult root = line.parseArgs(args);
        return new Given(WORDS, root, root.hasSubcommand() ? root.subcommand() : root);
    }

    static WindowArguments window(String... args) {
        return new WindowArguments(WORDS, of(args));
    }

    /** Something that can be wrong. */
    interface Asked {
        Object ask() throws UsageException;
    }

    /** What is said of it. */
    static String wrong(Asked asked) {
        return assertThrows(UsageException.class, asked::ask).sentence();
    }
}
