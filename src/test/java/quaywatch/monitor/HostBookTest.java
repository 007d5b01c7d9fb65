package quaywatch.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import quaywatch.model.Address;
import quaywatch.model.SampleRow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

/** A resolver whose answers come when the test says so. */
class HostBookTest {

    private static final Address ONE = address(1);
    private static final Address TWO = address(2);

    private final Map<Address, String> names = new HashMap<>(Map.of(ONE, "one.example", TWO, "two.example"));
    private final List<Address> asked = new ArrayList<>();
    /** Look-ups that have begun and not ended, the first first. */
    private final Deque<Runnable> running = new ArrayDeque<>();
    private Instant now = SampleRow.START;
    private int heard;

    private final HostBook book = book(HostBook.LIMIT);

    private HostBook book(int limit) {
        HostBook made = new HostBook(address -> {
            asked.add(address);
            return Optional.ofNullable(names.get(address));
        }, running::addLast, () -> now, limit);
        made.listen(() -> heard++);
        return made;
    }

    @Test
    void whileOffNothingIsAskedAndNothingKnown() {
        IntStream.range(0, 100).forEach(i -> book.want(address(i)));
        assertEquals(0, running.size());
        book.switchOn(true);
        assertEquals(0, running.size(), "what was wanted before is not made up for");
        book.want(ONE);
        answer();
        book.switchOn(false);
        assertEquals(Map.of(), book.known());
        book.want(ONE);
        assertEquals(0, running.size());
        assertEquals(List.of(ONE), asked);
    }

    @Test
    void answersThatComeAfterSwitchingOffAreNotKept() {
        book.switchOn(true);
        book.want(ONE);
        book.switchOn(false);
        answer();
        assertEquals(Map.of(), book.known());
        book.switchOn(true);
        assertEquals(Map.of(), book.known());
    }

    @Test
    void aNameIsAskedForOnceAndToldOnceItIsKnown() {
        book.switchOn(true);
        heard = 0;
        book.want(ONE);
        book.want(ONE);
        assertEquals(1, running.size());
        assertEquals(Map.of(), book.known());
        answer();
        assertEquals(1, heard);
        assertEquals(Map.of(ONE, "one.example"), book.known());
        assertSame(book.known(), book.known());
        now = now.plus(HostBook.NAME_GOOD_FOR);
        book.want(ONE);
        assertEquals(0, running.size());
        now = now.plusSeconds(1);
        book.want(ONE);
        assertEquals(Map.of(ONE, "one.example"), book.known(), "the old name stands until there is a new one");
        names.put(ONE, "moved.example");
        answer();
        assertEquals(Map.of(ONE, "moved.example"), book.known());
    }

    @Test
    void aHostWithoutANameIsNotAskedForAgainForTenMinutes() {
        book.switchOn(true);
        book.want(address(9));
        answer();
        assertEquals(Map.of(address(9), ""), book.known());
        now = now.plus(HostBook.NONE_GOOD_FOR);
        book.want(address(9));
        assertEquals(0, running.size());
        now = now.plusSeconds(1);
        book.want(address(9));
        assertEquals(1, running.size());
    }

    @Test
    void clockThatIsSetBackKeepsNoAnswerAndNoLookUpForLonger() {
        book.switchOn(true);
        book.want(address(9));
        answer();
        IntStream.range(10, 10 + HostBook.AT_ONCE).forEach(i -> book.want(address(i)));
        now = now.minus(Duration.ofHours(1));
        book.want(address(9));
        assertEquals(List.of("", ""), List.of(book.known().get(address(10)), book.known().get(address(9))));
        assertEquals(HostBook.AT_ONCE + 1, running.size(), "it is asked for again, beside those that were given up");
    }

    @Test
    void bothFormsOfAnAddressAreOneHost() {
        book.switchOn(true);
        book.want(SampleRow.endpoint("mapped:10.0.0.1:80").address());
        book.want(ONE);
        assertEquals(1, running.size());
        answer();
        assertEquals(List.of(ONE), asked);
        assertEquals(Map.of(ONE, "one.example"), book.known());
    }

    @Test
    void eightAreAskedAtATimeTheNewestWishFirst() {
        book.switchOn(true);
        IntStream.range(0, 20).forEach(i -> book.want(address(i)));
        assertEquals(HostBook.AT_ONCE, running.size());
        for (int i = 0; i < 20; i++) {
            answer();
        }
        assertEquals(0, running.size());
        assertEquals(List.of(address(19), address(18)), asked.subList(8, 10));
        assertEquals(20, book.known().size());
    }

    @Test
    void ofTooManyWishesTheOldestAreDropped() {
        book.switchOn(true);
        IntStream.range(0, HostBook.AT_ONCE + HostBook.WAITING + 5).forEach(i -> book.want(address(i)));
        while (!running.isEmpty()) {
            answer();
        }
        assertEquals(HostBook.AT_ONCE + HostBook.WAITING, book.known().size());
        assertEquals(false, book.known().containsKey(address(HostBook.AT_ONCE)));
        assertEquals(true, book.known().containsKey(address(HostBook.AT_ONCE + 5)));
    }

    @Test
    void whatTakesTooLongHasNoNameForNowAndLetsOthersIn() {
        book.switchOn(true);
        IntStream.range(1, 1 + HostBook.AT_ONCE).forEach(i -> book.want(address(i)));
        Runnable slow = running.removeFirst();
        now = now.plus(HostBook.PATIENCE);
        book.want(address(100));
        assertEquals(Map.of(), book.known());
        now = now.plusMillis(1);
        heard = 0;
        book.want(address(100));
        assertEquals(1, heard);
        assertEquals(HostBook.AT_ONCE, book.known().size());
        assertEquals("", book.known().get(ONE));
        assertEquals(HostBook.AT_ONCE, running.size(), "the one that waited has begun");
        slow.run();
        assertEquals("one.example", book.known().get(ONE), "a late answer is an answer");
    }

    @Test
    void aResolverThatNeverAnswersTakesSixteenThreadsAndNoMore() {
        book.switchOn(true);
        for (int i = 0; i < 100; i++) {
            book.want(address(i));
            now = now.plus(HostBook.PATIENCE).plusSeconds(1);
        }
        assertEquals(HostBook.THREADS, running.size());
        answer();
        assertEquals(HostBook.THREADS, running.size(), "another begins as soon as one has come back");
        running.removeFirst();
        book.want(address(1000));
        assertEquals(HostBook.THREADS - 1, running.size(), "one that stays away makes no room");
    }

    @Test
    void theCacheIsBoundedAndLosesWhatNobodyWanted() {
        HostBook small = book(3);
        small.switchOn(true);
        for (int i : new int[]{1, 2, 3}) {
            small.want(address(i));
            answer();
        }
        small.want(ONE);
        small.want(address(4));
        answer();
        assertEquals(Set.of(ONE, address(3), address(4)), small.known().keySet());
    }

    @Test
    void aFaultOfTheResolverIsNoAnswer() {
        HostBook faulty = new HostBook(_ -> {
            throw new IllegalStateException("made up");
        }, task -> {
            try {
                task.run();
            } catch (IllegalStateException _) {
                // as the handler of the program's threads would hear of it
            }
        }, () -> now);
        faulty.switchOn(true);
        faulty.want(ONE);
        assertEquals(Map.of(ONE, ""), faulty.known());
        now = now.plus(Duration.ofMinutes(1)).plusSeconds(1);
        names.clear();
        faulty.want(ONE);
        assertEquals(Map.of(ONE, ""), faulty.known());
    }

    @Test
    void afterTheEndOfTheProgramNothingIsAsked() {
        HostBook ended = new HostBook(_ -> Optional.empty(), _ -> {
            throw new RejectedExecutionException();
        }, () -> now);
        ended.switchOn(true);
        ended.want(ONE);
        assertEquals(Map.of(), ended.known());
    }

    private void answer() {
        running.removeFirst().run();
    }

    private static Address address(int number) {
        return Address.v4(10 << 24 | number);
    }
}
