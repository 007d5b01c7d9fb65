package quaywatch.control.linux;

import quaywatch.control.Child;
import quaywatch.control.Target;
import quaywatch.kernel.PidFd;
import quaywatch.kernel.ProcessIdentity;
import quaywatch.model.ProcessId;

/** Tries to stop a process, given by pid, start time and inode of a socket, and prints what the system says. */
public final class AskAsOther {

    private AskAsOther() {}

    public static void main(String[] arguments) {
        ProcessId id = new ProcessId(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]));
        Target target = new Target(Child.listener(1, Long.parseLong(arguments[2])), Child.facts(id));
        System.out.println(new LinuxLever(ProcessIdentity.ofThisMachine()).take(target));
        if (PidFd.open(id.pid()) instanceof PidFd.Opened(PidFd process)) {
            System.out.println(process.signal(PidFd.Signal.TERM));
            process.close();
        }
    }
}
