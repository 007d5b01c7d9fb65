package quaywatch.ui;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessFacts;
import quaywatch.model.ProcessId;
import quaywatch.model.SampleRow;
import quaywatch.model.Socket;
import quaywatch.view.GroupLine;
import quaywatch.view.Grouping;
import quaywatch.view.Line;
import quaywatch.view.Mark;
import quaywatch.view.OwnerLine;
import quaywatch.view.SocketLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

class AttentionTest {

    private static final ProcessFacts NODE = SampleRow.process(2, "node", "node", null);
    private static final ProcessFacts CHILD = SampleRow.process(3, "node", "node", null);
    private static final SampleRow WEB = SampleRow.listener("0.0.0.0:80").inode(50).by(NODE);
    private static final ProcessDetail DETAIL = new ProcessDetail(List.of(NODE), "", 7L, 1_024L);

    private final Attention attention = new Attention();

    @Test
    void nothingIsLookedAtAtFirstAndAfterNothingIsSelected() {
        assertLooksAt(null, null);
        attention.turnTo(line(WEB));
        attention.turnTo(null);
        assertLooksAt(null, null);
    }

    @Test
    void socketStaysAsItWasWhenItWasSelected() {
        List<@Nullable Socket> told = new ArrayList<>();
        attention.socket().addListener((_, _, now) -> told.add(now));
        attention.turnTo(line(WEB));
        attention.turnTo(line(WEB.queues(3, 0)));
        attention.turnTo(line(WEB.by(CHILD)));
        assertEquals(List.of(WEB.socket()), told);
        assertSame(WEB.socket(), attention.socket().get());
    }

    @Test
    void sameSocketIsLookedAtAnewAfterSomethingElse() {
        SampleRow later = WEB.queues(3, 0);
        attention.turnTo(line(WEB));
        attention.turnTo(null);
        attention.turnTo(line(later));
        assertSame(later.socket(), attention.socket().get());
    }

    @Test
    void socketAtTheSameEndsIsAnother() {
        attention.turnTo(line(WEB.cookie(1)));
        SampleRow next = WEB.cookie(2);
        attention.turnTo(line(next));
        assertSame(next.socket(), attention.socket().get());
    }

    @Test
    void connectionThatIsAcceptedIsTakenWithItsInode() {
        SampleRow waiting = SampleRow.connection("10.0.0.1:80", "10.0.0.2:5000").cookie(1);
        attention.turnTo(line(waiting));
        SampleRow accepted = waiting.inode(60);
        attention.turnTo(line(accepted));
        assertEquals(waiting.socket().key(), accepted.socket().key());
        assertSame(accepted.socket(), attention.socket().get());
    }

    @Test
    void firstOfSeveralProcessesIsLookedAt() {
        attention.turnTo(line(WEB.by(CHILD, NODE)));
        assertLooksAt(WEB.socket(), CHILD.id());
    }

    @Test
    void whereNoProcessIsKnownNoneIs() {
        attention.turnTo(line(WEB));
        attention.turnTo(line(WEB.by(new Owner.Unknown(Owner.Reason.FORGOTTEN), Evidence.EXACT)));
        assertLooksAt(WEB.socket(), null);
    }

    @Test
    void whatWasReadOfAProcessStaysWhileItIsTheSame() {
        attention.turnTo(line(WEB));
        attention.detail().set(DETAIL);
        attention.turnTo(line(SampleRow.listener("0.0.0.0:81").inode(51).by(NODE)));
        assertSame(DETAIL, attention.detail().get());
    }

    @Test
    void whatWasReadOfAProcessIsGoneBeforeAnotherIsLookedAt() {
        attention.turnTo(line(WEB));
        attention.detail().set(DETAIL);
        List<@Nullable ProcessDetail> known = new ArrayList<>();
        attention.process().addListener((_, _, _) -> known.add(attention.detail().get()));
        attention.turnTo(line(WEB.by(CHILD)));
        assertEquals(1, known.size());
        assertNull(known.getFirst());
        assertNull(attention.detail().get());
    }

    @Test
    void reusedNumberIsAnotherProcess() {
        attention.turnTo(line(WEB));
        attention.detail().set(DETAIL);
        ProcessId reborn = new ProcessId(NODE.id().pid(), NODE.id().start() + 1);
        attention.turnTo(line(WEB.by(new ProcessFacts(reborn, 1, "node", "node", "", "", null, null, null))));
        assertLooksAt(WEB.socket(), reborn);
        assertNull(attention.detail().get());
    }

    @Test
    void lineOfAnOwnerIsAProcessAndNoSocket() {
        attention.turnTo(line(WEB));
        attention.turnTo(new OwnerLine(NODE.id(), WEB.row(), new OwnerLine.Figures(1, 1, 0, List.of(80)), null, null, null, Grouping.NONE,
                Mark.NONE));
        assertLooksAt(null, NODE.id());
    }

    @Test
    void headOfAGroupIsNeither() {
        attention.turnTo(line(WEB));
        attention.turnTo(new GroupLine("node", Grouping.PROCESS, "node", "2", "", 1, true, null, null, WEB.row()));
        assertLooksAt(null, null);
    }

    private void assertLooksAt(@Nullable Socket socket, @Nullable ProcessId process) {
        assertEquals(socket, attention.socket().get());
        assertEquals(process, attention.process().get());
    }

    private static Line line(SampleRow row) {
        return SocketLine.alone(row.row());
    }
}
