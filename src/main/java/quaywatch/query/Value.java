package quaywatch.query;

import java.util.ArrayList;
import java.util.List;

import quaywatch.text.Visible;

/**
 * What stands behind a field's sign, and where.
 *
 * @param field   the field
 * @param sign    the sign
 * @param text    the value, without quotes
 * @param quoted  whether it stood in quotes, and so means nothing but its letters
 * @param start   the first character of the value
 * @param end     the character after its last one
 */
record Value(Field field, Sign sign, String text, boolean quoted, int start, int end) {

    private static final int SHOWN = 40;

    enum Sign {
        HAS(":"), IS(":="), LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">=");

        private final String text;

        Sign(String text) {
            this.text = text;
        }

        boolean compares() {
            return this != HAS && this != IS;
        }

        Comparison comparison() {
            return switch (this) {
                case LESS -> Comparison.LESS;
                case AT_MOST -> Comparison.AT_MOST;
                case AT_LEAST -> Comparison.AT_LEAST;
                case MORE, HAS, IS -> Comparison.MORE;
            };
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The whole value is wrong. */
    Parsed wrong(String key, String... args) {
        return new Parsed.Wrong(new QueryError(start, end, key, List.of(args)));
    }

    /** The value is none of those the field knows. */
    Parsed unknown(List<String> known) {
        List<String> args = new ArrayList<>(List.of(field.toString(), shown(text), String.join(", ", known)));
        Nearest.to(text, known).ifPresent(args::add);
        return new Parsed.Wrong(new QueryError(start, end, args.size() == 4 ? "query.unknownValueNear" : "query.unknownValue", args));
    }

    /** A user's text, safe and short enough for a sentence. */
    static String shown(String text) {
        return Visible.shortened(text, SHOWN);
    }
}
