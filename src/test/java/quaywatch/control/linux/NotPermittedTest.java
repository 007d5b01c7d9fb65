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

@EnabledOnOs(OS.LINUX)
class NotPermittedTest {

    @Test
    void processOfAnotherUserIsNotPermittedAndLivesOn() throws IOException, InterruptedException {
        OtherJvm nobody = new OtherJvm(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        nobody.assumeItCan("test -r " + System.getProperty("java.home") + "/lib/modules && test -r pom.xml");
        try (Child child = Child.start("listener.py")) {
            int port = child.port();
            Target target = child.target(port);
            assertEquals(List.of("NotPermitted[]", "NotPermitted[]"), nobody.run(AskAsOther.class, 30, Long.toString(child.pid()),
                    Long.toString(target.holder().id().start()), Long.toString(target.socket().inode())));
            assertTrue(child.answers(port));
        }
    }
}
