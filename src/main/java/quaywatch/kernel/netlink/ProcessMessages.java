package quaywatch.kernel.netlink;

import quaywatch.kernel.NativeBytes;

/**
 * Reads the messages of the process connector: {@code struct cn_msg} of include/uapi/linux/connector.h around {@code struct proc_event} of
 * include/uapi/linux/cn_proc.h, all in the byte order of the machine. Their {@code seq} counts for each processor alone, so it orders nothing.
 * What is told of single threads is passed over.
 */
final class ProcessMessages implements Announcements.Hearer {

    /** CN_IDX_PROC and CN_VAL_PROC: both parts of the connector's name, and the first its group. */
    static final int NAME = 1;

    // struct cn_msg: idx, val, seq, ack, then len and flags of 16 bits each
    static final int CONNECTOR = 20;
    static final int SEQUENCE = 8;
    static final int ACKNOWLEDGED = 12;
    static final int LENGTH = 16;
    // struct proc_event: what, cpu, timestamp_ns, then a union
    static final int DATA = 16;

    // enum proc_cn_event; exec, comm and exit begin with process_pid and process_tgid
    static final int ACK = 0;
    static final int FORK = 0x1;
    static final int EXEC = 0x2;
    static final int COMM = 0x200;
    static final int EXIT = 0x8000_0000;
    /** Behind parent_pid and parent_tgid. */
    private static final int CHILD = 8;

    private final Listener listener;

    /** @param listener  takes what was read */
    ProcessMessages(Listener listener) {
        this.listener = listener;
    }

    /** Takes what is told. */
    interface Listener {

        void event(ProcessEvent event);

        /**
         * The kernel has taken a request of somebody, or has not.
         *
         * @param acknowledged  the number that the request bore as its {@code ack}, plus one
         * @param errno         0 if it was taken
         */
        void answer(int acknowledged, int errno);

        /** Something was not told, or not in a way that could be read. */
        void lost();
    }

    @Override
    public void datagram(byte[] bytes, int length) {
        int at = 0;
        while (at + Message.HEAD <= length) {
            int end = at + NativeBytes.number32(bytes, at);
            if (end < at + Message.HEAD || end > length) {
                listener.lost();
                return;
            }
            message(bytes, at + Message.HEAD, end);
            at = at + (end - at + 3 & ~3);
        }
    }

    /** The connector has other speakers too. Its messages bear no type that would tell more than their name does. */
    private void message(byte[] bytes, int from, int to) {
        if (from + CONNECTOR > to) {
            listener.lost();
        } else if (NativeBytes.number32(bytes, from) == NAME && NativeBytes.number32(bytes, from + 4) == NAME) {
            int event = from + CONNECTOR;
            int end = Math.min(to, event + NativeBytes.unsigned16(bytes, from + LENGTH));
            event(bytes, event, end, NativeBytes.number32(bytes, from + ACKNOWLEDGED));
        }
    }

    private void event(byte[] bytes, int at, int end, int acknowledged) {
        int data = at + DATA;
        if (data + Integer.BYTES > end) {
            listener.lost();
            return;
        }
        int what = NativeBytes.number32(bytes, at);
        switch (what) {
            case ACK -> listener.answer(acknowledged, NativeBytes.number32(bytes, data));
            case FORK -> process(bytes, data + CHILD, end, what);
            case EXEC, COMM, EXIT -> process(bytes, data, end, what);
            default -> {
                // users, sessions, tracing, core dumps: nothing that changes who holds what
            }
        }
    }

    /** The number of a thread, then that of its process: the same for the first one. */
    private void process(byte[] bytes, int at, int end, int what) {
        if (at + 2 * Integer.BYTES > end) {
            listener.lost();
            return;
        }
        int pid = NativeBytes.number32(bytes, at);
        if (pid > 0 && pid == NativeBytes.number32(bytes, at + Integer.BYTES)) {
            listener.event(switch (what) {
                case FORK -> new ProcessEvent.Forked(pid);
                case EXEC -> new ProcessEvent.Executed(pid);
                case COMM -> new ProcessEvent.Renamed(pid);
                default -> new ProcessEvent.Exited(pid);
            });
        }
    }

    @Override
    public void lost() {
        listener.lost();
    }
}
