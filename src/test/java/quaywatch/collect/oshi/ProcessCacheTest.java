package quaywatch.collect.oshi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import quaywatch.collect.ProcessSource;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ProcessCacheTest {

    /** A pid with a start that does not change: this test's own. */
    private final int self = Math.toIntExact(ProcessHandle.current().pid());
    private final List<Long> asked = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final ProcessCache cache = new ProcessCache(new ProcessSource() {
        @Override
        public Optional<ProcessFacts> find(long pid) {
            asked.add(pid);
            return Optional.of(new ProcessFacts(new ProcessId(pid, 1), 1, "p", "", "", "", null, null, null));
        }

        @Override
        public List<ProcessFacts> ancestors(ProcessId id) {
            return List.of();
        }
    }, () -> now);

    @Test
    void processThatLivesOnIsReadOnce() {
        look(self);
        look(self);
        assertEquals(List.of((long) self), asked);
    }

    @Test
    void processIsReadAgainAfterAWhile() {
        look(self);
        now = now.plus(ProcessCache.KEPT);
        look(self);
        assertEquals(2, asked.size());
    }

    @Test
    void processNotAskedForIsForgotten() {
        look(self);
        cache.forgetUnused();
        look(self);
        assertEquals(2, asked.size());
    }

    @Test
    void processWhoseStartIsNotKnownIsReadEachTime() {
        look(Integer.MAX_VALUE);
        look(Integer.MAX_VALUE);
        assertEquals(2, asked.size());
    }

    private void look(int pid) {
        cache.find(pid);
        cache.find(pid);
        cache.forgetUnused();
    }
}
