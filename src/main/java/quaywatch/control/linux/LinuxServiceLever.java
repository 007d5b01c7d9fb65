package quaywatch.control.linux;

import quaywatch.control.Lever.Sent;
import quaywatch.control.Service;
import quaywatch.control.ServiceLever;

/** Stops units through systemctl and containers through their runtime. */
public final class LinuxServiceLever implements ServiceLever {

    private final Systemd systemd;
    private final Containers containers;

    public LinuxServiceLever() {
        this(Systemd.ofThisMachine(), Containers.ofThisMachine());
    }

    LinuxServiceLever(Systemd systemd, Containers containers) {
        this.systemd = systemd;
        this.containers = containers;
    }

    @Override
    public Sent stop(Service service) {
        return switch (service) {
            case Service.Unit unit -> systemd.stop(unit);
            case Service.Container container -> containers.stop(container);
        };
    }
}
