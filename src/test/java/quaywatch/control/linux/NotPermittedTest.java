package quaywatch.control.linux;

import java.io.IOException;
import java.util.List;

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

    private static final OtherJvm NOBODY = new OtherJvm(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    private static final String CAN_RUN = "test -r " + System.getProperty("java.home") + "/lib/modules && test -r pom.xml";

    @Test
    void privilegedPortIsNotPermittedRatherThanHeld() throws IOException, InterruptedException {
        NOBODY.assumeItCan(CAN_RUN + " && test $(cat /proc/sys/net/ipv4/ip_unprivileged_port_start) -gt 81");
        assertEquals(List.of("NOT_PERMITTED"), NOBODY.run(BindAsOther.class, 30, "81"));
    }

    @Test
    void processOfAnotherUserIsNotPermittedAndLivesOn() throws IOException, InterruptedException {
        NOBODY.assumeItCan(CAN_RUN);
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            Target target = child.target(port);
            assertEquals(List.of("NotPermitted[]", "NotPermitted[]"), NOBODY.run(AskAsOther.class, 30, Long.toString(child.pid()),
                    Long.toString(target.holder().id().start()), Long.toString(target.socket().inode())));
            assertTrue(child.answers(port));
        }
    }
}
