package quaywatch.kernel;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Belonging;

/**
 * Names the container or systemd unit in a cgroup path. Containers first: a unit inside a container is stopped with it, and the
 * unit around one is the runtime's. Paths as written by systemd (systemd.special(7), "Desktop environments" in systemd's documentation),
 * Docker, containerd, CRI-O, Podman, Kubernetes and LXC.
 */
final class CgroupPath {

    private static final int SHORT_ID = 12;
    private static final String SCOPE = ".scope";
    private static final String SERVICE = ".service";
    private static final String USER_MANAGER = "user@";

    private CgroupPath() {}

    static Optional<Belonging> belonging(String path) {
        String[] parts = path.split("/");
        @Nullable
        Belonging container = null;
        @Nullable
        Belonging unit = null;
        boolean user = false;
        for (int i = 0; i < parts.length; i++) {
            @Nullable
            Belonging held = container(i == 0 ? "" : parts[i - 1], parts[i], path);
            container = held != null ? held : container;
            if (parts[i].startsWith(USER_MANAGER) && parts[i].endsWith(SERVICE)) {
                user = true;
                unit = null;
            } else if (isUnit(parts[i])) {
                unit = new Belonging.Unit(parts[i], user);
            }
        }
        return Optional.ofNullable(container != null ? container : unit);
    }

    /** Session and terminal-tab scopes say less than the command that started the process, so they don't count. */
    private static boolean isUnit(String part) {
        return part.endsWith(SERVICE) && part.length() > SERVICE.length() || part.startsWith("app-") && part.endsWith(SCOPE);
    }

    private static @Nullable Belonging container(String parent, String part, String path) {
        if (part.startsWith("lxc.payload.") || parent.equals("lxc") || parent.equals("lxc.payload")) {
            return new Belonging.Container(part.substring(part.lastIndexOf('.') + 1), "lxc");
        }
        String name = part.endsWith(SCOPE) ? part.substring(0, part.length() - SCOPE.length()) : part;
        int id = idStart(name);
        if (id < 0) {
            return null;
        }
        String runtime = runtime(name.substring(0, id), parent, path);
        return runtime.isEmpty() ? null : new Belonging.Container(name.substring(id, id + SHORT_ID), runtime);
    }

    /** Where the 64 hexadecimal digits of a container id begin; -1 if the name does not end with one. */
    private static int idStart(String name) {
        int start = name.length() - 64;
        if (start < 0) {
            return -1;
        }
        for (int i = start; i < name.length(); i++) {
            if (Character.digit(name.charAt(i), 16) < 0) {
                return -1;
            }
        }
        return start;
    }

    private static String runtime(String prefix, String parent, String path) {
        return switch (prefix.substring(prefix.lastIndexOf(':', prefix.length() - 2) + 1)) {
            case "docker-" -> "docker";
            case "cri-containerd-", "cri-containerd:", "nerdctl-" -> "containerd";
            case "crio-", "crio-conmon-" -> "cri-o";
            case "libpod-", "libpod-conmon-" -> "podman";
            case "" -> bare(parent, path);
            default -> "";
        };
    }

    /** An id without a prefix is told by the folder it stands in. */
    private static String bare(String parent, String path) {
        if (path.contains("kubepods")) {
            return "kubernetes";
        }
        return switch (parent) {
            case "docker", "actions_job" -> "docker";
            case "libpod_parent" -> "podman";
            default -> "containerd";
        };
    }
}
