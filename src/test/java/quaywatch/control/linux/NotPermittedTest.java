package quaywatch.control.linux;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import quaywatch.control.Child;
import quaywatch.control.Target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the system forbids, tried as a user with no rights; needs root to become that user. */
@EnabledOnOs(OS.LINUX)
class NotPermittedTest {

    @Test
    void privilegedPortIsNotPermittedRatherThanHeld() throws IOException, InterruptedException {
        OtherJvm nobody = OtherJvm.asNobody();
        nobody.assumeItCan("test $(cat /proc/sys/net/ipv4/ip_unprivileged_port_start) -gt 81");
        assertEquals(List.of("NOT_PERMITTED"), nobody.run(BindAsOther.class, 30, "81"));
    }

    @Test
    void processOfAnotherUserIsNotPermittedAndLivesOn() throws IOException, InterruptedException {
        OtherJvm nobody = OtherJvm.asNobody();
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            Target target = child.target(port);
            assertEquals(List.of("NotPermitted[]", "NotPermitted[]"), nobody.run(AskAsOther.class, 30, Long.toString(child.pid()),
                    Long.toString(target.holder().id().start()), Long.toString(Objects.requireNonNull(target.socket()).inode())));
            assertTrue(child.answers(port));
        }
    }
}
