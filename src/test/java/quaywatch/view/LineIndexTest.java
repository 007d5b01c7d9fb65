package quaywatch.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LineIndexTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 7, 8, 1_000, 40_000})
    void everyLineIsFoundAtItsPlaceAndNoOther(int count) {
        List<Line> lines = lines(count);
        LineIndex index = LineIndex.of(lines);
        for (int i = 0; i < count; i++) {
            assertEquals(i, index.of(lines.get(i).key()));
        }
        assertEquals(-1, index.of(line(count + 1).key()));
        assertEquals(-1, index.of("PROCESS:1:10"), "a key of another kind");
    }

    @Test
    void theFirstOfTwoWithOneKeyIsMeant() {
        List<Line> lines = new ArrayList<>(lines(10));
        lines.add(line(3));
        assertEquals(3, LineIndex.of(lines).of(line(3).key()));
    }

    private static List<Line> lines(int count) {
        return IntStream.range(0, count).mapToObj(LineIndexTest::line).toList();
    }

    /** Neighbours in all that their keys are made of. */
    private static Line line(int number) {
        return SocketLine.alone(SampleRow.connection("10.0.0.1:" + (1 + number % 60_000), "10.0.0.2:443").row());
    }
}
