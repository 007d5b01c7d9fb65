package quaywatch.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import quaywatch.model.Traffic.Share;
import quaywatch.model.Traffic.Shares;
import quaywatch.model.Traffic.Sum;

/**
 * Accounts of one kind: who had how much. Bounded: the smallest are put together when there are too many, and whoever comes back after that
 * begins at zero. More are kept than shown, so that a newcomer has the time to grow.
 */
final class Ledger<T> {

    static final int SHOWN = 200;
    static final int KEPT = 1_000;
    private static final int LEFT = 800;

    private final Map<Object, Account<T>> accounts = new HashMap<>();
    /** Those that got something since the last settling, or did before it. */
    private final List<Account<T>> restless = new ArrayList<>();
    private final Tally others = new Tally();
    private Shares<T> shares = Shares.none();

    /**
     * Adds bytes to an account.
     *
     * @param key  what makes it the same account
     * @param of   whose it is, as it is known now
     */
    void add(Object key, T of, long received, long sent) {
        Account<T> account = accounts.computeIfAbsent(key, _ -> new Account<>(key, of));
        account.of = of;
        account.tally.add(received, sent);
        if (!account.restless) {
            account.restless = true;
            restless.add(account);
        }
    }

    /** All shares, with what was added in some time above zero; the same object if nothing was, now or before. */
    Shares<T> settle(Duration time) {
        boolean changed = others.settle(time);
        for (Iterator<Account<T>> each = restless.iterator(); each.hasNext();) {
            Account<T> account = each.next();
            changed |= account.tally.settle(time);
            if (account.tally.rests()) {
                account.restless = false;
                each.remove();
            }
        }
        if (changed) {
            shares = shares();
        }
        return shares;
    }

    private Shares<T> shares() {
        List<Account<T>> ranked = new ArrayList<>(accounts.values());
        ranked.sort(Comparator.comparingLong(Account<T>::total).reversed());
        if (ranked.size() > KEPT) {
            List<Account<T>> smallest = ranked.subList(LEFT, ranked.size());
            smallest.forEach(this::drop);
            smallest.clear();
            restless.removeIf(account -> !account.restless);
        }
        List<Account<T>> shown = ranked.subList(0, Math.min(SHOWN, ranked.size()));
        Sum rest = others.sum();
        for (Account<T> account : ranked.subList(shown.size(), ranked.size())) {
            rest = rest.plus(account.tally.sum());
        }
        return new Shares<>(shown.stream().map(Account::share).toList(), rest);
    }

    private void drop(Account<T> account) {
        accounts.remove(account.key);
        account.restless = false;
        others.absorb(account.tally.sum());
    }

    /** One of them. */
    private static final class Account<T> {

        private final Object key;
        private final Tally tally = new Tally();
        private T of;
        private boolean restless;
        private @Nullable Share<T> share;

        Account(Object key, T of) {
            this.key = key;
            this.of = of;
        }

        long total() {
            return tally.sum().received() + tally.sum().sent();
        }

        Share<T> share() {
            Share<T> before = share;
            Share<T> now = before != null && before.sum() == tally.sum() ? before : new Share<>(of, tally.sum());
            share = now;
            return now;
        }
    }
}
