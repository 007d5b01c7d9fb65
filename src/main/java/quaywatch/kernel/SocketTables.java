package quaywatch.kernel;

import java.nio.ByteOrder;

/** Reads socket tables line by line. Odd lines are left out and counted. Used by one thread at a time. */
public final class SocketTables {

    private static final int BUFFER = 256 * 1024;

    private final ProcFs fs;
    private final ReadBuffer buffer = new ReadBuffer(BUFFER);
    private final ProcRow row = new ProcRow(ByteOrder.nativeOrder());
    private int oddLines;

    public SocketTables(ProcFs fs) {
        this.fs = fs;
    }

    /** Hands on the rows of one table in the kernel's order; under churn the kernel may print a socket twice. */
    public Access read(SocketFile file, RowSink sink) {
        row.setNamespace(0);
        return fs.lines(file.path(), buffer, new Lines(file, sink));
    }

    /** Likewise of another network namespace, through a process that is in it. */
    public Access read(int pid, long namespace, SocketFile file, RowSink sink) {
        row.setNamespace(namespace);
        return fs.lines(pid + "/" + file.path(), buffer, new Lines(file, sink));
    }

    /** How many lines were odd since the last call. */
    public int takeOddLines() {
        int count = oddLines;
        oddLines = 0;
        return count;
    }

    private final class Lines implements LineSink {

        private final SocketFile file;
        private final RowSink sink;
        private boolean head = true;

        Lines(SocketFile file, RowSink sink) {
            this.file = file;
            this.sink = sink;
        }

        @Override
        public void line(byte[] bytes, int from, int to) {
            boolean heading = head && isHeading(bytes, from, to);
            head = false;
            if (heading || from == to) {
                return;
            }
            if (row.parse(file, bytes, from, to)) {
                sink.row(row);
            } else {
                oddLines++;
            }
        }

        @Override
        public void overlong() {
            head = false;
            oddLines++;
        }

        private static boolean isHeading(byte[] bytes, int from, int to) {
            int at = from;
            while (at < to && bytes[at] == ' ') {
                at++;
            }
            return at + 1 < to && bytes[at] == 's' && bytes[at + 1] == 'l';
        }
    }
}
