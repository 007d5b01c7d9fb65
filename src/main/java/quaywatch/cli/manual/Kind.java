package quaywatch.cli.manual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What a shell can offer where a value is typed. */
sealed interface Kind {

    /** A folder. */
    record Folder() implements Kind {}

    /** A file. */
    record File() implements Kind {}

    /** The number of a process. */
    record ProcessNumber() implements Kind {}

    /** One of these. */
    record Words(List<String> all) implements Kind {}

    /** Nothing that could be known before. */
    record Free() implements Kind {}

    static Kind of(ArgSpec value) {
        if (value.paramLabel().startsWith("PID")) {
            return new ProcessNumber();
        }
        if (value.type() == Path.class) {
            return value.paramLabel().equals("DIR") ? new Folder() : new File();
        }
        List<String> all = new ArrayList<>();
        if (value.completionCandidates() != null) {
            value.completionCandidates().forEach(all::add);
        }
        return all.isEmpty() ? new Free() : new Words(all);
    }

    /** Whether an option takes a value. */
    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** The one thing that a command takes besides options, if it takes any. */
    static List<PositionalParamSpec> operands(CommandSpec command) {
        return command.positionalParameters();
    }

    /** What the first sentence begins with, as much as a list has room for. */
    static String brief(String... description) {
        return String.join(" ", description).split("[.:;] |\\.$", 2)[0];
    }
}
