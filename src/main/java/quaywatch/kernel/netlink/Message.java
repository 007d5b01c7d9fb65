package quaywatch.kernel.netlink;

import quaywatch.kernel.NativeWords;

/** The head of a netlink message ({@code struct nlmsghdr}, include/uapi/linux/netlink.h). */
final class Message {

    static final int HEAD = 16;
    static final int TYPE = 4;
    static final int SEQUENCE = 8;

    /** NLMSG_ERROR: an error number follows. */
    static final int ERROR = 2;
    /** NLMSG_DONE: the last of a dump; a number follows that is negative if the dump could not be made. */
    static final int DONE = 3;

    private Message() {}

    /** The error number behind the head of an ERROR or DONE; 0 where all went well. */
    static int errno(int[] words, int at, int end) {
        return at + HEAD + Integer.BYTES <= end ? Math.max(0, -NativeWords.number32(words, at + HEAD)) : 0;
    }
}
