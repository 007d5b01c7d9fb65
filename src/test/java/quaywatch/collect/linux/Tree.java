package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Builds a proc tree by hand, file by file. Texts are written byte for byte (ISO 8859-1). */
final class Tree {

    static final String HEAD = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    private final Path root;

    Tree(Path root) throws IOException {
        this.root = root;
        file("stat", "cpu  1 2 3\nbtime 1700000000\n");
        file("uptime", "5000.00 9000.00\n");
        file("passwd", "root:x:0:0::/:/bin/sh\nalice:x:1000:1000::/home/alice:/bin/sh\n");
        for (String table : new String[]{"tcp", "tcp6", "udp", "udp6", "raw", "raw6"}) {
            file("net/" + table, HEAD);
        }
    }

    Path root() {
        return root;
    }

    Path passwd() {
        return root.resolve("passwd");
    }

    Tree file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** A socket table with these rows. */
    Tree table(String name, String... rows) throws IOException {
        return file("net/" + name, HEAD + String.join("\n", rows) + "\n");
    }

    /** A row; ends as the kernel prints them: {@code 0100007F:1F90}. */
    static String row(String local, String remote, String state, int uid, long inode) {
        return "   0: " + local + " " + remote + " " + state + " 00000000:00000000 00:00000000 00000000 " + uid + " 0 " + inode
                + " 1 0 20 4 30 10 -1";
    }

    static String listener(int port, int uid, long inode) {
        return row("0100007F:%04X".formatted(port), "00000000:0000", "0A", uid, inode);
    }

    /** A process of alice with these sockets, started by the process 1. */
    Tree process(int pid, String name, long... inodes) throws IOException {
        stat(pid, name, 'S', 1, 100L * pid);
        file(pid + "/status", "Name:\tx\nUid:\t1000\t1000\t1000\t1000\n");
        file(pid + "/cmdline", name + "\0--serve\0");
        file(pid + "/cgroup", "0::/system.slice/" + pid + ".service\n");
        link(pid + "/exe", "/usr/bin/" + name.replaceAll("\\W", "_"));
        link(pid + "/cwd", "/srv");
        link(pid + "/fd/0", "/dev/null");
        for (int i = 0; i < inodes.length; i++) {
            link(pid + "/fd/" + (3 + i), "socket:[" + inodes[i] + "]");
        }
        return this;
    }

    Tree stat(int pid, String name, char state, int threads, long start) throws IOException {
        return file(pid + "/stat",
                pid + " (" + name + ") " + state + " 1 1 1 0 -1 4194304 0 0 0 0 0 0 0 0 20 0 " + threads + " 0 " + start + " 0 0\n");
    }

    Tree link(String path, String target) throws IOException {
        Path link = root.resolve(path);
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(target));
        return this;
    }

    Tree delete(String path) throws IOException {
        try (var files = Files.walk(root.resolve(path))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        return this;
    }

    /** JUnit warns of each link that leads out of a temporary folder; these lead nowhere. */
    void removeLinks() throws IOException {
        try (var files = Files.walk(root)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }
}
