package quaywatch.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

import quaywatch.model.User;

/**
 * Names of users out of a user database file (passwd(5)), read again when the file changes. Users of other directories (LDAP) are not asked for:
 * that could block, and needs a helper process. The same {@link User} object is given as long as nothing changes. Safe to use from several threads.
 */
public final class Users {

    /** Where the machine's own database is. */
    public static final Path MACHINE = Path.of("/etc/passwd");

    private static final FileTime NEVER = FileTime.fromMillis(Long.MIN_VALUE);
    private static final int MOST_BYTES = 4 << 20;

    private final Path file;
    private final Map<Long, User> byUid = new HashMap<>();
    private FileTime read = NEVER;

    public Users(Path file) {
        this.file = file;
    }

    /** The user with this uid; the number itself serves as name where the file has none. */
    public synchronized User of(long uid) {
        return byUid.computeIfAbsent(uid, id -> new User(id, Long.toString(id)));
    }

    /** Reads the file again if it changed since the last time, and says whether it did; to be called now and then. */
    public synchronized boolean refresh() {
        FileTime changed = changed();
        if (changed.equals(read)) {
            return false;
        }
        read = changed;
        Map<Long, User> former = new HashMap<>(byUid);
        byUid.clear();
        for (User user : PasswdFile.parse(bytes())) {
            User known = former.get(user.uid());
            // Asked of the known one: the first comparison of records takes longer than reading the file.
            byUid.putIfAbsent(user.uid(), known != null && known.equals(user) ? known : user);
        }
        return true;
    }

    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return NEVER;
        }
    }

    private byte[] bytes() {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException _) {
            return "".getBytes(StandardCharsets.UTF_8);
        }
    }
}
