package quaywatch.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import quaywatch.model.Belonging;
import quaywatch.model.User;

/** Who is on the made-up workstation and what they hold. */
final class Script {

    private static final User ROOT = new User(0, "root");
    private static final User MIRA = new User(1_000, "mira");
    private static final User POSTGRES = new User(114, "postgres");

    /** Only the user of these listeners is known. */
    static final List<String> HIDDEN = List.of("tcp 192.168.1.24:9000");
    /** The kernel itself holds these. */
    static final List<String> KERNEL = List.of("udp 0.0.0.0:51820", "udp [::]:51820");

    static final List<Actor> ACTORS = List.of( //
            new Actor(1_042, "sshd", "sshd: /usr/sbin/sshd -D [listener]", ROOT, unit("ssh.service"),
                    List.of("tcp 0.0.0.0:22", "tcp [::]:22", "tcp 192.168.1.24:22>192.168.1.31:50122")),
            new Actor(803, "systemd-resolve", "/usr/lib/systemd/systemd-resolved", ROOT, unit("systemd-resolved.service"),
                    List.of("tcp 127.0.0.53:53", "tcp 127.0.0.54:53", "udp 127.0.0.53:53", "udp 127.0.0.54:53")),
            new Actor(1_011, "cupsd", "/usr/sbin/cupsd -l", ROOT, unit("cups.service"), List.of("tcp 127.0.0.1:631", "tcp [::1]:631")),
            new Actor(798, "avahi-daemon", "avahi-daemon: running", ROOT, unit("avahi-daemon.service"),
                    List.of("udp 0.0.0.0:5353", "udp [::]:5353")),
            new Actor(1_733, "postgres", "/usr/lib/postgresql/16/bin/postgres -D /var/lib/postgresql/16/main", POSTGRES,
                    unit("postgresql@16-main.service"),
                    List.of("tcp 127.0.0.1:5432", "tcp [::1]:5432", "tcp 127.0.0.1:5432>127.0.0.1:40112",
                            "tcp 127.0.0.1:5432>127.0.0.1:40114")),
            new Actor(26_071, "docker-proxy", "/usr/bin/docker-proxy -proto tcp -host-ip 0.0.0.0 -host-port 80", ROOT,
                    new Belonging.Container("5f1e09c2a7b3", "docker"),
                    List.of("tcp 0.0.0.0:80", "tcp [::]:80", "tcp 192.168.1.24:80>192.168.1.57:51514")),
            new Actor(24_187, "java", "java -Xmx512m -jar target/orders-api.jar", MIRA, new Belonging.Unit("orders-api.service", true),
                    List.of("tcp 127.0.0.1:5005", "tcp [::]:8080", "tcp 127.0.0.1:8080>127.0.0.1:52144",
                            "tcp 127.0.0.1:8080>127.0.0.1:52150",
                            "tcp 127.0.0.1:40112>127.0.0.1:5432", "tcp 127.0.0.1:40114>127.0.0.1:5432",
                            "tcp 192.168.1.24:58212>52.57.14.201:443")),
            new Actor(25_310, "node", "node node_modules/.bin/vite --host", MIRA, new Belonging.StartedBy("npm run dev"),
                    List.of("tcp [::]:3000", "tcp 127.0.0.1:9229", "tcp [::]:35729", "tcp 127.0.0.1:3000>127.0.0.1:44690")),
            new Actor(25_402, "node", "node server.js --port 3001", MIRA, new Belonging.StartedBy("npm start"),
                    List.of("tcp 127.0.0.1:3001")),
            new Actor(30_118, "jupyter-lab", "/usr/bin/python3 /usr/bin/jupyter-lab --no-browser", MIRA, new Belonging.StartedBy("bash"),
                    List.of("tcp 127.0.0.1:8888", "tcp [::1]:8888")),
            new Actor(8_812, "code", "/usr/share/code/code --unity-launch", MIRA, new Belonging.StartedBy("gnome-shell"),
                    List.of("tcp 127.0.0.1:45873", "tcp 192.168.1.24:44518>13.107.5.93:443", "tcp 192.168.1.24:44530>20.42.65.92:443")),
            new Actor(9_402, "firefox", "/usr/lib/firefox/firefox", MIRA, new Belonging.StartedBy("gnome-shell"),
                    List.of("tcp 192.168.1.24:52806>151.101.1.140:443", "tcp 192.168.1.24:53318>140.82.121.4:443",
                            "tcp 192.168.1.24:52790>34.107.243.93:443", "udp 192.168.1.24:47230>142.250.185.100:443",
                            "tcp 127.0.0.1:52144>127.0.0.1:8080", "tcp 127.0.0.1:52150>127.0.0.1:8080",
                            "tcp 127.0.0.1:44690>127.0.0.1:3000")));

    /** What some far hosts are called; the others have no name. */
    static final Map<String, String> HOSTS = Map.of("192.168.1.31", "laptop.lan", "151.101.1.140", "video.example.net", "140.82.121.4",
            "code.example.org", "34.107.243.93", "push.example.net", "13.107.5.93", "sync.example.com", "52.57.14.201",
            "payments.eu-central.example.com", "93.184.215.14", "www.example.com");

    /** How connections behave; one that is not named rests, and the other end of a named one mirrors it. */
    static final Map<String, Course> COURSES = Map.ofEntries( //
            course("tcp 192.168.1.24:52806>151.101.1.140:443", 1_920_000, 38_400, 11_000),
            course("tcp 192.168.1.24:53318>140.82.121.4:443", 186_000, 9_700, 21_000),
            course("tcp 192.168.1.24:52790>34.107.243.93:443", 21_500, 12_900, 14_000),
            course("tcp 192.168.1.24:44518>13.107.5.93:443", 4_600, 2_100, 24_000),
            course("tcp 192.168.1.24:58212>52.57.14.201:443", 3_100, 5_800, 33_000),
            course("tcp 192.168.1.24:22>192.168.1.31:50122", 240, 1_400, 1_800),
            course("tcp 192.168.1.24:80>192.168.1.57:51514", 310_000, 226_000, 2_400),
            course("tcp 127.0.0.1:44690>127.0.0.1:3000", 140_000, 21_000, 41),
            course("tcp 127.0.0.1:52144>127.0.0.1:8080", 64_000, 2_300, 46),
            course("tcp 127.0.0.1:40112>127.0.0.1:5432", 31_000, 1_200, 38));
    private static final Course QUIET = new Course(0, 0, 38_000, Duration.ofMinutes(6));
    private static final Course QUIET_HERE = new Course(0, 0, 52, Duration.ofMinutes(2));

    private Script() {}

    private static Map.Entry<String, Course> course(String socket, long in, long out, long rtt) {
        return Map.entry(socket, new Course(in, out, rtt, Duration.ZERO));
    }

    /** How a connection of the script behaves. */
    static Course course(String socket) {
        int blank = socket.indexOf(' ');
        int arrow = socket.indexOf('>');
        String other = socket.substring(0, blank + 1) + socket.substring(arrow + 1) + ">" + socket.substring(blank + 1, arrow);
        Course own = COURSES.get(socket);
        if (own != null) {
            return own;
        }
        Course mirror = COURSES.get(other);
        Course quiet = socket.startsWith("tcp 127.") ? QUIET_HERE : QUIET;
        return mirror == null ? quiet : mirror.mirrored();
    }

    private static Belonging unit(String name) {
        return new Belonging.Unit(name, false);
    }

    /**
     * A program with what it has open.
     *
     * @param sockets  {@code tcp 0.0.0.0:22} for a held port, {@code tcp a:1>b:2} for a connection
     */
    record Actor(int pid, String name, String command, User user, Belonging belongsTo, List<String> sockets) {}
}
