package quaywatch.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in the system's own words. */
public final class FileTrouble {

    private FileTrouble() {}

    /** The words alone, without the path; Java drops them for the commonest failures. */
    public static String words(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "Permission denied";
            case FileAlreadyExistsException _ -> "File exists";
            case NoSuchFileException _ -> "No such file or directory";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
