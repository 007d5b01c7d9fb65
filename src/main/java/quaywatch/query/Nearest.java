package quaywatch.query;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to type. */
public final class Nearest {

    /** So many wrong, missing or surplus letters still count as a slip. */
    private static final int SLIPS = 2;
    private static final int LONGEST = 40;

    private Nearest() {}

    /** The known word that is few letters away, or begins with what was typed; empty where none is near. */
    public static Optional<String> to(String typed, List<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream().filter(name -> near(word, name)).min(Comparator.comparingInt(name -> distance(word, name)));
    }

    private static boolean near(String word, String name) {
        return distance(word, name) <= Math.min(SLIPS, name.length() - 1) || word.length() > 1 && name.startsWith(word);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
