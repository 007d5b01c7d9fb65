package quaywatch.collect.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is read of a process only when somebody looks at it, of this very process. */
@EnabledOnOs(OS.LINUX)
class ProcessDetailTest {

    private final ProcProcessSource source = ProcProcessSource.live(Clock.systemUTC());

    @Test
    void ownParentsAndDescriptorsAreTold() throws IOException {
        ProcessFacts self = source.find(ProcessHandle.current().pid()).orElseThrow();
        ProcessDetail detail = source.detail(self.id()).orElseThrow();
        assertEquals(self.id(), detail.self().id());
        assertEquals(self.parent(), detail.line().get(1).id().pid());
        assertNotNull(detail.openFiles());
        assertTrue(detail.openFiles() > 2, "at least the three standard ones are open");
        String limit = Files.readAllLines(Path.of("/proc/self/limits")).stream().filter(line -> line.startsWith("Max open files"))
                .findFirst().orElseThrow().split("\\s{2,}")[1];
        assertEquals(limit.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(limit), detail.mostFiles());
    }

    @Test
    void nothingIsToldOfALaterProcessWithTheSameNumber() {
        ProcessFacts self = source.find(ProcessHandle.current().pid()).orElseThrow();
        assertTrue(source.detail(new ProcessId(self.id().pid(), self.id().start() + 1)).isEmpty());
    }
}
