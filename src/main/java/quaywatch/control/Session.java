package quaywatch.control;

import java.util.Set;

import quaywatch.model.ProcessFacts;

/**
 * Programs that a person's session hangs on, by the short name the kernel keeps (at most 15 bytes, so longer names are matched by their
 * beginning). A warning too many costs a key press, one too few costs the session.
 */
final class Session {

    private static final Set<String> DESKTOP = Set.of("systemd", "dbus-daemon", "dbus-broker", "Xorg", "X", "Xwayland", "Xvnc",
            "gnome-shell",
            "plasmashell", "cinnamon", "mutter", "sway", "weston", "labwc", "Hyprland", "niri", "cosmic-comp", "xfce4-session",
            "mate-session",
            "lxqt-session", "xfwm4", "marco", "openbox", "lightdm", "sddm", "sddm-helper", "greetd", "pipewire", "wireplumber",
            "Finder", "WindowServer", "loginwindow", "explorer.exe", "csrss.exe", "winlogon.exe", "dwm.exe");
    private static final Set<String> DESKTOP_BEGINNINGS = Set.of("kwin_", "gnome-session", "gdm", "startplasma", "ksmserver");

    private Session() {}

    static boolean isDesktop(String name) {
        return DESKTOP.contains(name) || DESKTOP_BEGINNINGS.stream().anyMatch(name::startsWith);
    }

    /** Whether it is systemd: the first process, or the manager of a user's services. It listens for socket units and is never asked to end for one. */
    static boolean isServiceManager(ProcessFacts who) {
        return who.name().equals("systemd");
    }

    /** Since OpenSSH 9.8 a login runs in {@code sshd-session}. */
    static boolean isRemoteLogin(String name) {
        return name.equals("sshd") || name.startsWith("sshd-") || name.equals("dropbear");
    }
}
