package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.opentest4j.TestAbortedException;

/** A control group of this machine, made for a test, with the processes that were started in it; closing ends them and removes it. */
final class MadeGroup implements AutoCloseable {

    private static final List<Path> MOUNTS = List.of(Path.of("/sys/fs/cgroup/unified"), Path.of("/sys/fs/cgroup"));

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    private MadeGroup(Path folder) {
        this.folder = folder;
    }

    /** Makes one; the test is left out where the machine does not let us. */
    static MadeGroup make(String name) {
        for (Path mount : MOUNTS) {
            if (Files.exists(mount.resolve("cgroup.procs"))) {
                try {
                    return new MadeGroup(Files.createDirectory(mount.resolve(name)));
                } catch (IOException e) {
                    throw new TestAbortedException("may not make a control group: " + e);
                }
            }
        }
        throw new TestAbortedException("this machine has no unified hierarchy of control groups");
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** Starts a program that is in the group from its first instruction on, and that ends with its input. */
    Process start(List<String> command) throws IOException {
        List<String> inside = new ArrayList<>(List.of("sh", "-c", "echo $$ > \"$0\" && echo && exec \"$@\"", folder + "/cgroup.procs"));
        inside.addAll(command);
        Process process = new ProcessBuilder(inside).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        processes.add(process);
        if (process.inputReader().readLine() == null) {
            throw new TestAbortedException("may not move a process to another control group");
        }
        return process;
    }

    void end(Process process) throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
        processes.remove(process);
    }

    @Override
    public void close() throws IOException {
        for (Process process : List.copyOf(processes)) {
            end(process);
        }
        Files.delete(folder);
    }
}
