package quaywatch.ui.why;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import quaywatch.control.PortAnswer;
import quaywatch.control.PortInquiry;
import quaywatch.model.Protocol;
import quaywatch.model.ServiceNames;

/** The port that is asked about, and the answer. No controls; FX thread only. */
final class WhyViewModel {

    private final PortInquiry inquiry;
    private final ServiceNames names;
    private final Executor background;
    private final Executor fx;
    private final StringProperty port = new SimpleStringProperty("");
    private final ObjectProperty<Protocol> protocol = new SimpleObjectProperty<>(Protocol.TCP);
    private final ReadOnlyObjectWrapper<@Nullable PortAnswer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    /** Of the question last asked; what answers another one comes too late. */
    private int question;

    /**
     * @param background  runs the binds and the look, never on the FX thread
     * @param fx          the way back
     */
    WhyViewModel(PortInquiry inquiry, ServiceNames names, Executor background, Executor fx) {
        this.inquiry = inquiry;
        this.names = names;
        this.background = background;
        this.fx = fx;
    }

    /** As it is typed: a number or a registered name. */
    StringProperty port() {
        return port;
    }

    ObjectProperty<Protocol> protocol() {
        return protocol;
    }

    /** The last answer; null before the first, and where no port is typed. */
    ReadOnlyObjectProperty<@Nullable PortAnswer> answer() {
        return answer.getReadOnlyProperty();
    }

    /** Whether an answer is on its way. */
    ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    /** Asks about what is typed; where that is no port, there is no answer. */
    void ask() {
        int mine = ++question;
        int number = number();
        Protocol chosen = protocol.get();
        asking.set(number > 0);
        if (number == 0) {
            answer.set(null);
            return;
        }
        background.execute(() -> {
            PortAnswer found = inquiry.ask(chosen, number);
            fx.execute(() -> {
                if (mine == question) {
                    asking.set(false);
                    answer.set(found);
                }
            });
        });
    }

    /** Nobody waits for an answer any more. */
    void leave() {
        question++;
        asking.set(false);
    }

    /** From 1 to 65535; 0 where what is typed is no port. */
    int number() {
        String text = port.get().strip();
        if (text.matches("\\d{1,5}")) {
            int number = Integer.parseInt(text);
            return number <= 65_535 ? number : 0;
        }
        List<Integer> named = text.isEmpty() ? List.of() : names.ports(text);
        return named.size() == 1 ? named.getFirst() : 0;
    }
}
