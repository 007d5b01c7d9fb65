package quaywatch.app;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class OutletTest {

    @ParameterizedTest
    @CsvSource({"No space left on device, No space left on device", "Bad file descriptor, Bad file descriptor", "Broken pipe,",
            "Datenübergabe unterbrochen (broken pipe),"})
    void readerThatWentAwayIsNoLoss(String cause, String lost) {
        Outlet outlet = new Outlet(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(cause);
            }
        });
        PrintWriter writer = new PrintWriter(new OutputStreamWriter(outlet, StandardCharsets.UTF_8));
        writer.println("one");
        writer.flush();
        assertEquals(Optional.ofNullable(lost), outlet.lost());
    }

    @Test
    void whatIsWrittenLosesNothing() throws IOException {
        try (Outlet outlet = new Outlet(OutputStream.nullOutputStream())) {
            outlet.write("all".getBytes(StandardCharsets.UTF_8));
            assertEquals(Optional.empty(), outlet.lost());
        }
    }

    @Test
    void onlyWholeLinesAreHandedOnUntilFlushed() throws IOException {
        List<String> written = new ArrayList<>();
        Outlet outlet = new Outlet(new OutputStream() {
            @Override
            public void write(int b) {
                throw new AssertionError("byte by byte");
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written.add(new String(bytes, from, length, StandardCharsets.UTF_8));
            }
        });
        for (String part : List.of("one\ntw", "o", "\nthree\n\nfo", "\n", "five")) {
            outlet.write(part.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("one\n", "two\nthree\n\n", "fo\n"), written);
        outlet.flush();
        outlet.flush();
        assertEquals("five", written.getLast());
        assertEquals(4, written.size());
    }

    @Test
    void fullDeviceIsTold() throws IOException {
        try (FileOutputStream full = new FileOutputStream("/dev/full"); Outlet outlet = new Outlet(full)) {
            PrintWriter writer = new PrintWriter(new OutputStreamWriter(outlet, StandardCharsets.UTF_8));
            writer.println("one");
            writer.flush();
            assertEquals(true, outlet.lost().isPresent());
        }
    }
}
