package quaywatch.app;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The browser that the user has chosen, reached through the program with which each desktop opens addresses. */
final class DesktopBrowser {

    /** Whoever has not given up by then is opening it, or is the browser itself. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final List<String> program;
    private final Duration limit;

    /**
     * @param program  what the address is handed to, with the arguments before it
     * @param limit    for so long it is watched; it is not ended afterwards
     */
    DesktopBrowser(List<String> program, Duration limit) {
        this.program = List.copyOf(program);
        this.limit = limit;
    }

    /** The one of this system, by its name as Java has it. */
    static DesktopBrowser of(String system) {
        if (system.startsWith("Windows")) {
            return new DesktopBrowser(List.of("rundll32", "url.dll,FileProtocolHandler"), LIMIT);
        }
        return new DesktopBrowser(List.of(system.startsWith("Mac") ? "open" : "xdg-open"), LIMIT);
    }

    /** Hands it an address; false if that failed within the time limit. Blocks up to it. */
    boolean open(String address) {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(program.stream(), Stream.of(address)).toList())
                .redirectInput(ProcessBuilder.Redirect.from(nothing())).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process started = builder.start();
            return !started.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || started.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static File nothing() {
        return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }
}
