package quaywatch.control.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import quaywatch.control.Lever.Sent;
import quaywatch.control.Service;
import quaywatch.control.linux.Systemd.Listener;
import quaywatch.control.linux.Systemd.Unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What systemctl says is understood; the tool here is a script that says what a real one was seen to say. */
@EnabledOnOs(OS.LINUX)
class SystemdTest {

    @TempDir
    private Path folder;

    private Systemd saying(String script) throws IOException {
        Path tool = Files.writeString(folder.resolve("systemctl"), "#!/bin/sh\necho \"$@\" >> '" + folder + "/asked'\n" + script);
        assertEquals(true, tool.toFile().setExecutable(true));
        return new Systemd(tool.toString());
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("asked"));
    }

    @Test
    void unitIsRead() throws IOException {
        Systemd systemd = saying("printf 'Id=web.service\\nLoadState=loaded\\nMainPID=42\\nRestart=always\\nRestartUSec=1min 30s\\n"
                + "TriggeredBy=web.timer web.socket\\n'");
        assertEquals(Optional.of(new Unit("web.service", true, 42, "always", Duration.ofSeconds(90), List.of("web.socket"))),
                systemd.unit("web.service", true));
        assertEquals(List.of("--user show --no-pager --property=Id,LoadState,MainPID,Restart,RestartUSec,TriggeredBy -- web.service"),
                asked());
    }

    @Test
    void unitThatIsNotThereIsNone() throws IOException {
        assertEquals(Optional.empty(), saying("printf 'Id=web.service\\nLoadState=not-found\\n'").unit("web.service", true));
        assertEquals(Optional.empty(), new Systemd(folder.resolve("nothing").toString()).unit("web.service", true));
        assertEquals(Optional.empty(), saying("echo 'Failed to connect to bus' >&2; exit 1").unit("web.service", false));
    }

    @Test
    void onlySocketsThatListenAreToldWithAllTheirAddresses() throws IOException {
        Systemd systemd = saying("printf 'Id=a.socket\\nActiveState=active\\nListen=127.0.0.1:8080 (Stream)\\nListen=[::1]:8080 (Stream)\\n"
                + "Triggers=a.service\\n\\nId=b.socket\\nActiveState=inactive\\nListen=127.0.0.1:8081 (Stream)\\nTriggers=b.service\\n'");
        assertEquals(List.of(new Listener("a.socket", "a.service", List.of("127.0.0.1:8080 (Stream)", "[::1]:8080 (Stream)"))),
                systemd.listeners(false));
    }

    @Test
    void socketsAreStoppedWithTheirServiceInOneGo() throws IOException {
        assertEquals(new Sent.Delivered(), saying("exit 0").stop(new Service.Unit("a.service", true, List.of("a.socket"))));
        assertEquals(List.of("--user stop --no-block -- a.socket a.service"), asked());
    }

    @Test
    void refusalIsToldFromFailure() throws IOException {
        Service.Unit unit = new Service.Unit("a.service", false, List.of());
        assertEquals(new Sent.NotPermitted(),
                saying("echo 'Failed to stop a.service: Interactive authentication required.' >&2; exit 1").stop(unit));
        assertEquals(new Sent.Failed("Failed to stop a.service: Unit a.service not loaded."),
                saying("echo 'Failed to stop a.service: Unit a.service not loaded.' >&2; exit 5").stop(unit));
    }

    @ParameterizedTest
    @CsvSource({"100ms,100", "2s,2000", "1min 30s,90000", "0,0", "1h,3600000"})
    void spansAreRead(String text, long milliseconds) {
        assertEquals(Optional.of(Duration.ofMillis(milliseconds)), Span.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"infinity", "''", "2 s", "abc"})
    void otherSpansAreNot(String text) {
        assertEquals(Optional.empty(), Span.parse(text));
    }
}
