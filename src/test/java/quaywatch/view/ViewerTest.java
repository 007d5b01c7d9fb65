package quaywatch.view;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import quaywatch.model.SampleRow;
import quaywatch.model.ServiceNames;
import quaywatch.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static quaywatch.model.SampleRow.START;
import static quaywatch.model.SampleRow.connection;
import static quaywatch.model.SampleRow.listener;

class ViewerTest {

    private final Viewer viewer = new Viewer(new Words(Locale.ENGLISH), ServiceNames.NONE);

    @Test
    void listeningShowsHeldPortsInOrder() {
        SampleRow second = listener("127.0.0.1:8080").by(7, "java");
        SampleRow first = listener("0.0.0.0:22");
        Rows rows = viewer.rows(SampleRow.snapshot(second, first, connection("10.0.0.1:5", "10.0.0.2:6")), ViewState.of(Scope.LISTENING),
                START);
        assertEquals(List.of(first.row(), second.row()), rows.lines().stream().map(line -> ((SocketLine) line).row()).toList());
    }
}
