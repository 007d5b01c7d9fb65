package quaywatch.kernel;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A program for a test to start: it uses up its descriptors and prints what each kind of access says then. */
final class NoDescriptors {

    private NoDescriptors() {}

    public static void main(String[] args) throws IOException {
        ProcFs fs = new ProcFs(ProcFs.LIVE_ROOT);
        String before = tell(fs);
        List<InputStream> taken = new ArrayList<>();
        try {
            while (taken.size() < 100_000) {
                taken.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            before += ", then ";
        }
        String after = tell(fs);
        for (InputStream each : taken) {
            each.close();
        }
        System.out.println(before + after);
    }

    private static String tell(ProcFs fs) {
        ReadBuffer buffer = new ReadBuffer(1 << 20);
        return fs.listing().kind() + " " + fs.descriptors("self/fd", new Numbers()).kind() + " " + fs.read("stat", buffer).kind() + " "
                + fs.read("none", buffer).kind();
    }
}
