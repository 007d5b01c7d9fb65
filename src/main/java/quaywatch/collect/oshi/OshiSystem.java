package quaywatch.collect.oshi;

import org.jspecify.annotations.Nullable;

import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;

/** OSHI itself, loaded when first asked: that takes half a second, which no start should wait for. Shared by the sources; any thread. */
public final class OshiSystem {

    private @Nullable SystemInfo info;

    OperatingSystem software() {
        return info().getOperatingSystem();
    }

    HardwareAbstractionLayer hardware() {
        return info().getHardware();
    }

    private synchronized SystemInfo info() {
        SystemInfo loaded = info == null ? new SystemInfo() : info;
        info = loaded;
        return loaded;
    }
}
