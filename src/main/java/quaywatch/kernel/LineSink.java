package quaywatch.kernel;

/** Takes the lines of a file. */
public interface LineSink {

    /** One line, without its line end. The bytes are valid during the call only. */
    void line(byte[] bytes, int from, int to);

    /** A line that is longer than the buffer and was left out. */
    void overlong();
}
