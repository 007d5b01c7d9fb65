package quaywatch.ui;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Owner;
import quaywatch.model.ProcessDetail;
import quaywatch.model.ProcessId;
import quaywatch.model.Socket;
import quaywatch.view.Entry;
import quaywatch.view.Line;
import quaywatch.view.SocketLine;

/** What the user looks at: the socket and the process of the selected line, while they are the same from look to look. FX thread only. */
final class Attention {

    private final ReadOnlyObjectWrapper<@Nullable Socket> socket = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProcessId> process = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable ProcessDetail> detail = new SimpleObjectProperty<>();

    /** Looks at this line; null for none. It is another object after each look at the machine; what somebody looks at is not. */
    void turnTo(@Nullable Line line) {
        inspect(line instanceof Entry entry && entry.owner() instanceof Owner.Processes owner ? owner.first().id() : null);
        @Nullable
        Socket now = line instanceof SocketLine shown ? shown.socket() : null;
        @Nullable
        Socket before = socket.get();
        if (now == null || before == null || now.inode() != before.inode() || !now.key().equals(before.key())) {
            socket.set(now);
        }
    }

    private void inspect(@Nullable ProcessId now) {
        if (!Objects.equals(now, process.get())) {
            detail.set(null);
            process.set(now);
        }
    }

    /** The socket, as it was when it was selected; null for none. */
    ReadOnlyObjectProperty<@Nullable Socket> socket() {
        return socket.getReadOnlyProperty();
    }

    /** The process, the first of several; null if none is known. */
    ReadOnlyObjectProperty<@Nullable ProcessId> process() {
        return process.getReadOnlyProperty();
    }

    /** What was read of that process because it is looked at; null where that is not known (yet). */
    ObjectProperty<@Nullable ProcessDetail> detail() {
        return detail;
    }
}
