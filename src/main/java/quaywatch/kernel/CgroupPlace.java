package quaywatch.kernel;

import java.util.Optional;

import quaywatch.model.Belonging;

/**
 * A control group of the unified hierarchy.
 *
 * @param path       its path, as {@code /proc/pid/cgroup} writes it
 * @param belonging  the unit or container that the path names; empty where it names none
 */
public record CgroupPlace(String path, Optional<Belonging> belonging) {

    static CgroupPlace of(String path) {
        return new CgroupPlace(path, CgroupPath.belonging(path));
    }
}
