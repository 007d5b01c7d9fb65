package quaywatch.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the script that started a bench found, from its environment.
 *
 * @param java    the JDK's java
 * @param flags   the program's JVM flags
 * @param python  a Python 3
 * @param sources the folder of this bench's sources
 * @param results the folder for figures
 * @param floor   the compiled C program; null where there is no compiler
 * @param alone   whether the network is the bench's own
 */
record Surroundings(String java, List<String> flags, String python, Path sources, Path results, @Nullable Path floor, boolean alone) {

    static Surroundings ofEnvironment() {
        String floor = System.getenv("BENCH_FLOOR");
        return new Surroundings(needed("BENCH_JAVA"), List.of(needed("BENCH_FLAGS").split(" ")), needed("BENCH_PYTHON"),
                Path.of(needed("BENCH_SOURCES")), Path.of(needed("BENCH_RESULTS")),
                floor == null || floor.isEmpty() ? null : Path.of(floor),
                System.getenv("BENCH_ALONE") != null);
    }

    private static String needed(String name) {
        @Nullable
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: start benches with ./dev bench");
        }
        return value;
    }

    /** The command that runs a script of the bench. */
    List<String> python(String script, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(python, "-B", sources.resolve("python").resolve(script).toString()));
        for (Object each : arguments) {
            command.add(each.toString());
        }
        return command;
    }

    /** The command that runs a class of the bench in a JVM of its own, with the same flags. */
    List<String> java(Class<?> main) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }
}
