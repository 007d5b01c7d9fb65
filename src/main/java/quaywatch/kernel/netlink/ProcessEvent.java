package quaywatch.kernel.netlink;

/** What happened to a process, as the process connector tells it. Processes are named by the numbers they have in the first pid namespace. */
public sealed interface ProcessEvent {

    /** The process began: {@code fork}, {@code vfork}, {@code clone}. It has the descriptors of the one that made it. */
    record Forked(int pid) implements ProcessEvent {}

    /** It runs another program, which has the descriptors that are not closed by {@code execve}. */
    record Executed(int pid) implements ProcessEvent {}

    /** It calls itself something else ({@code PR_SET_NAME}). */
    record Renamed(int pid) implements ProcessEvent {}

    /** Its first thread has ended. Mostly the process is gone with it, or soon after; it lives on as long as others of its threads do. */
    record Exited(int pid) implements ProcessEvent {}
}
