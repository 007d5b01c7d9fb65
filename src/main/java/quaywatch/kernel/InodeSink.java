package quaywatch.kernel;

/** Takes the sockets that a descriptor table holds. */
public interface InodeSink {

    /** One descriptor of the socket with this sockfs inode. The same socket may come twice ({@code dup}). */
    void socket(long inode);
}
