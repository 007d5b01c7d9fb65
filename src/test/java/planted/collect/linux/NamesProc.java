package planted.collect.linux;

/** Breaks: the text of the proc file system only in kernel. */
final class NamesProc {

    String path = "/proc/net/tcp";
}
