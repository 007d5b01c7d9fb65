package quaywatch.control.words;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import quaywatch.model.Protocol;
import quaywatch.model.Socket;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static quaywatch.control.Samples.ME;
import static quaywatch.control.Samples.end;
import static quaywatch.control.Samples.listener;
import static quaywatch.control.Samples.owner;
import static quaywatch.control.Samples.process;
import static quaywatch.control.Samples.row;

/** Whoever is told to type something is told it in one way. */
class TypedTest {

    private static Socket udp(String far, int port) {
        return row(Protocol.UDP, end("10.0.0.1", 5353), end(far, port), SocketState.CONNECTED, 0, owner(process("x", 7, ME))).socket();
    }

    @Test
    void whoTellsOfAHeldPortAndTheListOfAConnection() {
        assertEquals("sudo quaywatch who 22", Typed.whoAsRoot(listener("0.0.0.0", 22, owner(process("sshd", 7, ME))).socket()));
        assertEquals("sudo quaywatch list lport:5353 proto:udp", Typed.whoAsRoot(udp("10.0.0.2", 53)));
    }

    @Test
    void udpIsSaidWhereTheCommandTakesTcpElse() {
        assertEquals("quaywatch why 53 --udp", Typed.why(Protocol.UDP, 53));
        assertEquals("sudo quaywatch free 53 --udp", Typed.freeAsRoot(Protocol.UDP, 53));
        assertEquals("sudo quaywatch free 80", Typed.freeAsRoot(Protocol.TCP, 80));
    }

    /** In a sentence a command stands in quotes: where it ends can be seen, and the full stop is not copied with it. */
    @Test
    void inSentencesCommandsStandInQuotes() {
        ResourceBundle bundle = ResourceBundle.getBundle("quaywatch.words", Locale.ENGLISH);
        Pattern bare = Pattern.compile("(?<![\"a-z])quaywatch (?:--|[a-z{])");
        List<String> odd = bundle.keySet().stream().filter(key -> bare.matcher(bundle.getString(key)).find()).sorted().toList();
        assertEquals(List.of(), odd);
    }
}
