package quaywatch.ui.inspector;

import java.util.Arrays;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import quaywatch.model.Evidence;
import quaywatch.model.Owner;
import quaywatch.text.Quantity;
import quaywatch.text.Words;
import quaywatch.ui.kit.Controls;
import quaywatch.ui.kit.LinkRow;
import quaywatch.ui.nav.Navigation;
import quaywatch.ui.plot.SparkLabel;
import quaywatch.ui.theme.Icons;
import quaywatch.view.Company;
import quaywatch.view.OwnerText;
import quaywatch.view.Trend;

/** Who is connected, how much goes; leads to the connection. */
final class ClientRow extends LinkRow<ClientRow.Shown> {

    /** Values in the spark. */
    static final int PARTS = 20;

    private final Words words;
    private final Navigation navigation;
    private final StackPane icon;
    private final Label name;
    private final Label end;
    private final SparkLabel spark;
    private final Label rate;

    /**
     * A client with its last minute.
     *
     * @param minute  bytes a second in equal parts
     * @param top     what stands at the top of its drawing
     */
    record Shown(Company.Client client, long[] minute, long top) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shown it && it.client.equals(client) && it.top == top && Arrays.equals(it.minute, minute);
        }

        @Override
        public int hashCode() {
            return client.hashCode();
        }
    }

    ClientRow(Words words, Navigation navigation) {
        this(words, navigation, new StackPane(), Controls.label("", "medium"), Controls.label("", "mono-small", "muted"),
                new SparkLabel(true, "spark-small"), Controls.whole(Controls.label("", "mono-small", "rate")));
    }

    private ClientRow(Words words, Navigation navigation, StackPane icon, Label name, Label end, SparkLabel spark, Label rate) {
        super("inspector-client-row", icon, name, end, Controls.spacer(), spark, rate);
        this.words = words;
        this.navigation = navigation;
        this.icon = icon;
        this.name = Controls.shrinking(name);
        this.end = Controls.shrinking(end);
        this.spark = spark;
        this.rate = rate;
    }

    @Override
    protected String fill(Shown shown) {
        Company.Client client = shown.client;
        Owner other = client.other();
        String who = other == null ? client.far().host() : OwnerText.name(other, words);
        String port = ":" + client.far().port();
        icon.getChildren().setAll(Icons.of(other == null ? MaterialDesignL.LAN : Icons.owner(other, Evidence.EXACT)));
        name.setText(who);
        end.setText(port);
        rate.setText(Quantity.rate(client.rate()));
        spark.show(parts -> IntStream.range(0, PARTS).mapToDouble(part -> Trend.height(shown.minute[part], shown.top)).toArray());
        return words.get("ui.inspector.client", who + port, Quantity.rate(client.rate()));
    }

    @Override
    protected void go(Shown shown) {
        navigation.goTo(shown.client.key());
    }
}
