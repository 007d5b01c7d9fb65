package quaywatch.control;

import java.util.Set;

/** The services that run all containers of a machine. */
public final class Engines {

    private static final Set<String> UNITS = Set.of("docker.service", "containerd.service", "podman.service", "crio.service");

    private Engines() {}

    /** Whether every container of the machine would go with this unit: it is never stopped for a single port. */
    public static boolean isUnit(String unit) {
        return UNITS.contains(unit);
    }
}
