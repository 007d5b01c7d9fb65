package quaywatch.control.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/** Whether only root can change what lies at a path: it and every folder above belong to root, are no links, and nobody else may write there. */
final class RootOwned {

    /** Write permission of group and others, inode(7). */
    private static final int OTHERS_WRITE = 0022;

    private RootOwned() {}

    /** False also where the path does not exist, is not absolute or has {@code ..} in it. */
    static boolean is(Path path) {
        if (!path.isAbsolute() || !path.normalize().equals(path)) {
            return false;
        }
        for (Path part = path; part != null; part = part.getParent()) {
            if (!alone(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean alone(Path part) {
        try {
            Map<String, Object> facts = Files.readAttributes(part, "unix:uid,mode,isSymbolicLink", LinkOption.NOFOLLOW_LINKS);
            return facts.get("uid") instanceof Integer uid && uid == 0
                    && facts.get("mode") instanceof Integer mode && (mode & OTHERS_WRITE) == 0
                    && Boolean.FALSE.equals(facts.get("isSymbolicLink"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return false;
        }
    }
}
