package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.model.Belonging;
import quaywatch.model.Belonging.Container;
import quaywatch.model.Belonging.Unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CgroupTest {

    private static final String ID = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static Optional<Belonging> belonging(String file) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        return Cgroup.belonging(bytes, bytes.length);
    }

    static List<Arguments> paths() {
        return List.of( //
                arguments("/system.slice/ssh.service", new Unit("ssh.service", false)),
                arguments("/system.slice/system-getty.slice/getty@tty1.service", new Unit("getty@tty1.service", false)),
                arguments("/system.slice/db.service/worker", new Unit("db.service", false)),
                arguments("/user.slice/user-1000.slice/user@1000.service/app.slice/orders-api.service",
                        new Unit("orders-api.service", true)),
                arguments("/user.slice/user-1000.slice/user@1000.service/app.slice/app-gnome-firefox\\x2desr-4711.scope",
                        new Unit("app-gnome-firefox\\x2desr-4711.scope", true)),
                arguments("/docker/" + ID, new Container("0123456789ab", "docker")),
                arguments("/system.slice/docker-" + ID + ".scope", new Container("0123456789ab", "docker")),
                arguments("/system.slice/containerd.service/kubepods-burstable-pod12_34.slice:cri-containerd:" + ID,
                        new Container("0123456789ab", "containerd")),
                arguments("/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod12.slice/cri-containerd-" + ID + ".scope",
                        new Container("0123456789ab", "containerd")),
                arguments("/kubepods/besteffort/pod12-34/" + ID, new Container("0123456789ab", "kubernetes")),
                arguments("/kubepods.slice/kubepods-pod12.slice/crio-" + ID + ".scope", new Container("0123456789ab", "cri-o")),
                arguments("/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-" + ID + ".scope/container",
                        new Container("0123456789ab", "podman")),
                arguments("/machine.slice/libpod-" + ID + ".scope", new Container("0123456789ab", "podman")),
                arguments("/default/" + ID, new Container("0123456789ab", "containerd")),
                arguments("/lxc.payload.web-1/system.slice/nginx.service", new Container("web-1", "lxc")),
                arguments("/lxc/web-1", new Container("web-1", "lxc")),
                arguments("/../../system.slice/db.service", new Unit("db.service", false)));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void unifiedPathNamesItsUnitOrContainer(String path, Belonging expected) {
        assertEquals(Optional.of(expected),
                belonging("0::" + path + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "0::/", "0::/init.scope", "0::/user.slice/user-1000.slice/session-3.scope",
            "0::/user.slice/user-1000.slice/user@1000.service/init.scope",
            "0::/user.slice/user-1000.slice/user@1000.service/app.slice/vte-spawn-1.scope",
            "0::/system.slice/.service", "0::nothing", "0:::::", "garbage", "12:pids:/user.slice", "0::/docker/0123"})
    void pathThatSaysNothingGivesNothing(String file) {
        assertEquals(Optional.empty(), belonging(file));
    }

    @Test
    void firstVersionIsReadFromSystemdsOwnHierarchy() {
        assertEquals(Optional.of(new Unit("db.service", false)),
                belonging("12:pids:/other.service\n2:cpu,cpuacct:/\n1:name=systemd:/system.slice/db.service\n"));
    }

    @Test
    void unifiedLineWinsOnHybridMachines() {
        assertEquals(Optional.of(new Unit("web-1.service", false)),
                belonging("12:pids:/x\n1:name=systemd:/system.slice/db.service\n0::/system.slice/web-1.service\n"));
    }

    @Test
    void emptyUnifiedLineLeavesTheWordToTheOthers() {
        assertEquals(Optional.of(new Container("0123456789ab", "docker")),
                belonging("12:pids:/docker/" + ID + "\n1:name=systemd:/\n0::/\n"));
    }

    @ParameterizedTest
    @CsvSource({"0::/a.service/b,/a.service/b", "1:name=systemd:/x|0::/,/", "1:name=systemd:/x|2:pids:/y,''", "'',''", "10::/x,''"})
    void unifiedPathStandsInItsOwnLine(String file, String path) {
        byte[] bytes = (file.replace('|', '\n') + "\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(path, Cgroup.unified(bytes, bytes.length));
    }
}
