package quaywatch.collect.linux;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The engine's hash table under random changes, held against a map. */
class SlotsTest {

    private static final int ROUNDS = 60;
    private static final int CHANGES = 400;

    /** How items are spread. Each way has its own weak spot. */
    private enum Spread {
        EVEN(number -> number * 0x9e3779b9),
        /** Three hashes for all. */
        EQUAL(number -> number % 3),
        /** All want the last places, so that most lie beyond the end and begin again at the front. */
        LAST(number -> -1 - number % 4),
        /** Whatever the size of the table, they want the same place. */
        HIGH(number -> number << 20), NEGATIVE(number -> Integer.MIN_VALUE + number / 2);

        private final IntUnaryOperator hash;

        Spread(IntUnaryOperator hash) {
            this.hash = hash;
        }
    }

    private record Item(int number, int hash) {}

    private static final class Items extends Slots<Item> {

        @Override
        int hash(Item item) {
            return item.hash;
        }

        @Nullable
        Item find(int number, int hash) {
            int place = first(hash);
            for (int steps = 0; steps < places(); steps++) {
                Item found = at(place);
                if (found == null || found.number == number) {
                    return found;
                }
                place = after(place);
            }
            throw new AssertionError("no empty place is left");
        }

        Set<Item> all() {
            Set<Item> all = new HashSet<>();
            for (int place = 0; place < places(); place++) {
                Item item = at(place);
                assertTrue(item == null || all.add(item), "an item lies at two places");
            }
            return all;
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsWhatAMapHolds(Spread spread) {
        Random random = new Random(spread.ordinal());
        Items items = new Items();
        Map<Integer, Item> model = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            // Grows and shrinks by turns, so that long runs of items come and go.
            boolean growing = round % 6 < 4;
            int numbers = 8 + 10 * round;
            for (int change = 0; change < CHANGES; change++) {
                int number = random.nextInt(numbers);
                int hash = spread.hash.applyAsInt(number);
                Item known = model.get(number);
                if (known == null && (growing || random.nextInt(4) == 0)) {
                    Item item = new Item(number, hash);
                    items.add(item);
                    model.put(number, item);
                } else if (known != null && (!growing || random.nextInt(4) == 0)) {
                    items.remove(known);
                    model.remove(number);
                }
                assertSame(model.get(number), items.find(number, hash));
            }
            assertHolds(model, items, numbers, spread);
        }
        model.values().forEach(items::remove);
        assertHolds(Map.of(), items, 8 + 10 * ROUNDS, spread);
    }

    private static void assertHolds(Map<Integer, Item> model, Items items, int numbers, Spread spread) {
        assertEquals(model.size(), items.size());
        assertEquals(new HashSet<>(model.values()), items.all());
        for (int number = 0; number < numbers; number++) {
            assertSame(model.get(number), items.find(number, spread.hash.applyAsInt(number)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesOutThatVeryItemOnly(Spread spread) {
        Items items = new Items();
        Item one = new Item(5, spread.hash.applyAsInt(5));
        Item same = new Item(5, spread.hash.applyAsInt(5));
        items.add(one);
        items.remove(same);
        assertSame(one, items.find(5, one.hash));
        items.add(same);
        items.remove(one);
        assertSame(same, items.find(5, one.hash));
        assertEquals(1, items.size());
    }
}
