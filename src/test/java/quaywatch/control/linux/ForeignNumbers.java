package quaywatch.control.linux;

import java.io.BufferedReader;
import java.util.concurrent.TimeUnit;

import quaywatch.control.Child;
import quaywatch.control.Lever.Grip;
import quaywatch.control.Lever.Hold;
import quaywatch.control.Target;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.model.ProcessId;

/**
 * Runs in a pid namespace of its own, but with the proc file system of the one outside: takes hold of what is told to hold a listener there, and
 * signals it, while an innocent process has that number in here. Prints what came of both. Arguments: pid, start time, port and inode.
 */
public final class ForeignNumbers {

    private static final int TRIES = 200;

    private ForeignNumbers() {}

    public static void main(String[] arguments) throws Exception {
        long pid = Long.parseLong(arguments[0]);
        Process innocent = withNumber(pid);
        Target told = new Target(Child.listener(Integer.parseInt(arguments[2]), Long.parseLong(arguments[3])),
                Child.facts(new ProcessId(pid, Long.parseLong(arguments[1]))));
        Hold hold = new LinuxLever(ProcessIdentity.ofThisMachine()).take(told);
        System.out.println(hold instanceof Hold.Held ? "held" : hold.toString());
        if (hold instanceof Hold.Held(Grip grip)) {
            grip.force();
        }
        System.out.println(innocent.waitFor(300, TimeUnit.MILLISECONDS) ? "innocent process: ended" : "innocent process: alive");
        innocent.destroyForcibly();
    }

    /** A process that has the number in this namespace. The JVM's own threads may snatch it, so it takes tries. */
    private static Process withNumber(long pid) throws Exception {
        for (int i = 0; i < TRIES; i++) {
            Process process = new ProcessBuilder("sh", "-c",
                    "echo " + (pid - 1) + " > /proc/sys/kernel/ns_last_pid; sleep 60 & echo $!; wait $!").start();
            BufferedReader said = process.inputReader();
            if (said.readLine().equals(Long.toString(pid))) {
                return process;
            }
            process.destroyForcibly().waitFor();
        }
        throw new IllegalStateException("the number " + pid + " could not be had");
    }
}
