package quaywatch.query;

/** How a value stands to a limit. */
public enum Comparison {
    LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** Whether the value must stay below the limit. */
    boolean isUpper() {
        return this == LESS || this == AT_MOST;
    }

    boolean holds(long value, long limit) {
        return switch (this) {
            case LESS -> value < limit;
            case AT_MOST -> value <= limit;
            case MORE -> value > limit;
            case AT_LEAST -> value >= limit;
        };
    }

    @Override
    public String toString() {
        return sign;
    }
}
