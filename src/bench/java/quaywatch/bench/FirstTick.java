package quaywatch.bench;

/** The first tick of a new JVM; prints what it took in microseconds, wall and processor time, and how many sockets it told. */
final class FirstTick {

    private FirstTick() {}

    public static void main(String[] args) throws Exception {
        int[] rows = new int[1];
        Cost cost = Cost.of(() -> {
            try (Engine engine = Engine.fresh()) {
                rows[0] = engine.tick().sightings().size();
            }
        });
        System.out.println(cost.wall() / 1_000 + " " + cost.cpu() / 1_000 + " " + rows[0]);
    }
}
