package quaywatch.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import quaywatch.model.User;

/** Reads passwd(5): lines of {@code name:password:uid:gid:...}. */
final class PasswdFile {

    private static final long MOST_UID = 0xffff_ffffL;

    private PasswdFile() {}

    /** The users in the file's order; lines of another form are left out, as the C library does. */
    static List<User> parse(byte[] bytes) {
        List<User> users = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            int name = line.indexOf(':');
            int password = line.indexOf(':', name + 1);
            int uid = line.indexOf(':', password + 1);
            if (name <= 0 || password < 0 || uid < 0) {
                continue;
            }
            long number = Decimal.of(line, password + 1, uid);
            if (number >= 0 && number <= MOST_UID) {
                users.add(new User(number, line.substring(0, name)));
            }
        }
        return users;
    }
}
