package quaywatch.view;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import quaywatch.model.Evidence;
import quaywatch.model.Live;
import quaywatch.model.Owner;
import quaywatch.model.Row;
import quaywatch.model.SampleRow;
import quaywatch.model.SocketState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static quaywatch.model.SampleRow.START;

class MarkTest {

    private static final Duration SHOWN = Duration.ofSeconds(3);

    private static Row row(Live live) {
        return new Row(SampleRow.listener("0.0.0.0:3000").row().socket(), live);
    }

    private static Mark after(Live live, Duration time) {
        return Mark.of(List.of(row(live)), START.plus(time), SHOWN);
    }

    @Test
    void isShownForAWhileAndNotForAnHourWhereTheClockIsSetBackByOne() {
        Live born = Live.first(new Owner.Kernel(), Evidence.EXACT, START, false);
        Live changed = Live.first(new Owner.Kernel(), Evidence.EXACT, START.minusSeconds(60), false).withChange(SocketState.LISTEN, START);
        assertEquals(Mark.NEW, after(born, Duration.ZERO));
        assertEquals(Mark.CHANGED, after(changed, Duration.ofSeconds(2)));
        assertEquals(Mark.NONE, after(born, SHOWN));
        assertEquals(Mark.NONE, after(born, Duration.ofHours(-1)));
        assertEquals(Mark.NONE, after(changed, Duration.ofHours(-1)));
    }
}
