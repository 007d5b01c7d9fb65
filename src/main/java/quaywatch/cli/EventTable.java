package quaywatch.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import quaywatch.model.Row;
import quaywatch.model.TcpInfo;
import quaywatch.text.Quantity;
import quaywatch.text.Visible;
import quaywatch.text.Words;
import quaywatch.view.Column;
import quaywatch.view.Column.Align;
import quaywatch.view.Columns;
import quaywatch.view.Figures;
import quaywatch.view.Happening;
import quaywatch.view.OwnerText;
import quaywatch.view.SocketLine;
import quaywatch.view.Wording;

/** What happened, a line each: when, a sign, the columns of the list, and what there is to remark. Safe on a terminal whatever the names hold. */
final class EventTable {

    private static final List<Column> COLUMNS = ListCommand.COLUMNS.stream().map(Columns::byId).flatMap(Optional::stream).toList();
    /** Time and sign, the columns, and room for no remark: what mostly fits, as nobody knows yet what will come. */
    private static final int[] WIDTHS = {8, 1, 15, 7, 5, 11, 15, 5, 15, 9, 15, 8, 0};
    /** After how many lines it is asked whether anyone still reads; asking empties the buffer. */
    private static final int BATCH = 500;

    private final Wording wording;
    private final Words words;
    private final PrintWriter out;
    private final Layout layout;
    private boolean headed;

    EventTable(Wording wording, PrintWriter out) {
        this.wording = wording;
        this.words = wording.words();
        this.out = out;
        this.layout = new Layout(Stream.of(Stream.of(Align.LEFT, Align.LEFT), COLUMNS.stream().map(Column::align), Stream.of(Align.LEFT))
                .flatMap(aligns -> aligns).toList(), WIDTHS);
    }

    /** Prints what one look brought, below a head the first time; stops early and quietly if nobody reads any more. */
    void print(List<Happening> happenings, Instant now) {
        List<String[]> lines = new ArrayList<>();
        if (!headed) {
            lines.add(head());
            headed = true;
        }
        for (Happening happening : happenings) {
            if (happening.kind() != Happening.Kind.SAMPLE) {
                lines.add(cells(happening, now));
            }
        }
        lines.forEach(layout::fit);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.setLength(0);
            layout.write(lines.get(i), text);
            out.println(text.toString().stripTrailing());
            if (i % BATCH == BATCH - 1 && out.checkError()) {
                return;
            }
        }
    }

    private String[] head() {
        return cells(words.get("cli.watch.time"), "", COLUMNS.stream().map(column -> words.get(column.titleKey())), "");
    }

    private String[] cells(Happening happening, Instant now) {
        SocketLine line = SocketLine.alone(happening.row());
        return cells(Figures.clock(now, wording.zone()), sign(happening.kind()),
                COLUMNS.stream().map(column -> Visible.of(column.text(line, wording, now))),
                String.join(", ", remarks(happening, line, now)));
    }

    private static String[] cells(String time, String sign, Stream<String> columns, String remark) {
        return Stream.of(Stream.of(time, sign), columns, Stream.of(remark)).flatMap(cells -> cells).toArray(String[]::new);
    }

    private static String sign(Happening.Kind kind) {
        return switch (kind) {
            case PRESENT, SAMPLE -> "";
            case OPENED -> "+";
            case CHANGED, ENTERED, LEFT -> "~";
            case CLOSED -> "-";
        };
    }

    private List<String> remarks(Happening happening, SocketLine line, Instant now) {
        List<String> remarks = new ArrayList<>();
        Row before = happening.before();
        if (before != null && happening.isOtherState()) {
            remarks.add(words.get("cli.watch.was", before.socket().state().name()));
        }
        if (before != null && happening.isOtherOwner()) {
            remarks.add(words.get("cli.watch.heldBy", OwnerText.name(before.live(), words), OwnerText.pid(before.live(), words)));
        }
        switch (happening.kind()) {
            case PRESENT, SAMPLE, OPENED, CHANGED -> {
                // Nothing more to say.
            }
            case ENTERED -> remarks.add(words.get("cli.watch.entered"));
            case LEFT -> remarks.add(words.get("cli.watch.left"));
            case CLOSED -> end(happening.row(), line, now, remarks);
        }
        return remarks;
    }

    private void end(Row row, SocketLine line, Instant now, List<String> remarks) {
        TcpInfo tcp = row.socket().tcp();
        if (tcp != null) {
            remarks.add(words.get("cli.watch.sent", Quantity.bytes(tcp.sent())));
            remarks.add(words.get("cli.watch.received", Quantity.bytes(tcp.received())));
        }
        remarks.add(words.get("cli.watch.open", Columns.age(line, wording, now)));
    }
}
