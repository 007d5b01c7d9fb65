package quaywatch.control.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Runs a main class of the tests in a JVM that is started by a launcher such as unshare or setpriv. */
public record OtherJvm(List<String> launcher) {

    public static final int NOBODY = 65_534;

    /** In a pid namespace of its own, where the next process number can be chosen; the test is skipped, with the reason, where that can't be. */
    public static OtherJvm inPidNamespace() throws IOException, InterruptedException {
        OtherJvm jvm = new OtherJvm(unshared());
        jvm.assumeItCan("echo 300 > /proc/sys/kernel/ns_last_pid");
        return jvm;
    }

    /** Likewise, but with the proc file system of the namespace outside, whose numbers mean other processes in there. */
    public static OtherJvm inPidNamespaceWithForeignProc() throws IOException, InterruptedException {
        List<String> launcher = new ArrayList<>(unshared());
        launcher.remove("--mount-proc");
        OtherJvm jvm = new OtherJvm(launcher);
        jvm.assumeItCan("echo 300 > /proc/sys/kernel/ns_last_pid");
        return jvm;
    }

    /** In a pid namespace, and with a network of its own, in which there is nothing but loopback. */
    public static OtherJvm inOwnNetwork() throws IOException, InterruptedException {
        List<String> launcher = new ArrayList<>(unshared());
        launcher.addAll(List.of("--net", "sh", "-c", "ip link set lo up && exec \"$0\" \"$@\""));
        OtherJvm jvm = new OtherJvm(launcher);
        jvm.assumeItCan("true");
        return jvm;
    }

    private static List<String> unshared() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return root
                ? List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc")
                : List.of("unshare", "--user", "--map-root-user", "--pid", "--fork", "--kill-child", "--mount-proc");
    }

    /** As a user with no rights and nothing of its own, which takes root. */
    public static OtherJvm asNobody() throws IOException, InterruptedException {
        OtherJvm jvm = new OtherJvm(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        jvm.assumeItCan("test -r " + System.getProperty("java.home") + "/lib/modules && test -r pom.xml");
        return jvm;
    }

    /** Skips the test, with the reason in the report, where the launcher can't start this shell command here. */
    public void assumeItCan(String command) throws IOException, InterruptedException {
        List<String> trial = new ArrayList<>(launcher);
        trial.addAll(List.of("sh", "-c", command));
        String said;
        int code;
        try {
            Process process = new ProcessBuilder(trial).redirectErrorStream(true).start();
            said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            code = process.waitFor();
        } catch (IOException e) {
            said = e.getMessage();
            code = -1;
        }
        assumeTrue(code == 0, "skipped, for " + String.join(" ", trial) + " says: " + said);
    }

    /** What the main class prints, line by line. */
    public List<String> run(Class<?> main, int seconds, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("quaywatch", ".out");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertTrue(process.waitFor(seconds, TimeUnit.SECONDS), () -> main.getSimpleName() + " took longer than " + seconds + " s");
            List<String> lines = Files.readAllLines(output);
            assertEquals(0, process.exitValue(), () -> String.join("\n", lines));
            return lines;
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
