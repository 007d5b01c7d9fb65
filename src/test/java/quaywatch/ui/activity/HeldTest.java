package quaywatch.ui.activity;

import java.util.List;

import org.junit.jupiter.api.Test;

import quaywatch.view.Busiest;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HeldTest {

    private static Busiest.Share<String> share(int number, String name, double in) {
        return new Busiest.Share<>(number, name, in, 0);
    }

    @Test
    void figuresChangeAndPlacesDoNot() {
        assertEquals(List.of(share(1, "java", 10), share(2, "node", 50)),
                Held.inPlace(List.of(share(1, "java", 9), share(2, "node", 5)), List.of(share(2, "node", 50), share(1, "java", 10))));
    }

    @Test
    void whoIsNoLongerToldMovedNothingAndWhoIsNewWaits() {
        assertEquals(List.of(share(1, "java", 0)), Held.inPlace(List.of(share(1, "java", 9)), List.of(share(3, "curl", 99))));
    }
}
