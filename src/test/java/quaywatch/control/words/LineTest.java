package quaywatch.control.words;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LineTest {

    @Test
    void commandIsToldApartFromWhatStandsBeforeIt() {
        assertEquals("Stop the service: systemctl stop cups.service",
                new Line("Stop the service", "", "systemctl stop cups.service").text());
        assertEquals("Not permitted. In a terminal: sudo quaywatch free 80",
                new Line("Not permitted", "In a terminal:", "sudo quaywatch free 80").text());
        assertEquals("Done. All of it.", new Line("Done", "All of it.").text());
        assertEquals("Done", new Line("Done", "").text());
    }
}
