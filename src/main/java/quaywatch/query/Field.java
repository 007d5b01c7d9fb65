package quaywatch.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can stand before a colon. */
enum Field {
    PORT("port:8080"), LPORT("lport:22"), RPORT("rport:https"), //
    ADDR("addr:10.0.0.0/8"), LADDR("laddr:127.0.0.1"), RADDR("raddr:10.0.0.0/8"), //
    PROCESS("process:java"), PID("pid:4242"), USER("user:root"), CMD("cmd:server.py"), SERVICE("service:ssh"), CONTAINER(
            "container:3f2a"), //
    PROTO("proto:udp"), STATE("state:listen"), IS("is:exposed"), //
    RATE("rate>1M"), RTT("rtt>200ms"), AGE("age<5m"), IDLE("idle>5m"), RETRANS("retrans>0"), //
    TIME("time:14:02:40-14:03:25");

    static final List<String> NAMES = Arrays.stream(values()).map(Field::toString).toList();

    private final String example;

    Field(String example) {
        this.example = example;
    }

    static Optional<Field> named(String name) {
        return Arrays.stream(values()).filter(field -> field.name().equalsIgnoreCase(name)).findFirst();
    }

    /** How the field is used. */
    String example() {
        return example;
    }

    /** What one types to use the field: the name and the sign that mostly follows. */
    String opening() {
        return this + example.substring(name().length(), name().length() + 1);
    }

    /** Which end the field looks at, if it looks at one. */
    Side side() {
        return switch (this) {
            case LPORT, LADDR -> Side.LOCAL;
            case RPORT, RADDR -> Side.REMOTE;
            case PORT, ADDR, PROCESS, PID, USER, CMD, SERVICE, CONTAINER, PROTO, STATE, IS, RATE, RTT, AGE, IDLE, RETRANS, TIME ->
                Side.EITHER;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
