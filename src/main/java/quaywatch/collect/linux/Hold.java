package quaywatch.collect.linux;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.SocketRow;

/**
 * A descriptor of a process that is a socket, as last read. A process may hold a socket by several ({@code dup}), and several processes may
 * hold one.
 */
final class Hold {

    static final int DROPPED = -1;

    final Holder holder;
    /** The thread whose table it stands in; 0 for the table of the process. */
    final int thread;
    final int descriptor;
    final long inode;
    /** The socket; null as long as no table shows one with the inode: it is new, or of another kind. */
    @Nullable
    Watched socket;
    /** The next hold of the same socket. */
    @Nullable
    Hold next;
    /** The walk that came by it last. */
    int seen;
    /** The tick in which it was read last; {@link #DROPPED} once it has been given up. */
    int read;

    Hold(Holder holder, int thread, int descriptor, long inode) {
        this.holder = holder;
        this.thread = thread;
        this.descriptor = descriptor;
        this.inode = inode;
    }

    boolean is(int inThread, int number) {
        return descriptor == number && thread == inThread;
    }

    /** Those of one process, by descriptor. */
    static final class ByDescriptor extends Slots<Hold> {

        static int hash(int thread, int descriptor) {
            return thread * 31 + descriptor;
        }

        @Override
        int hash(Hold hold) {
            return hash(hold.thread, hold.descriptor);
        }

        /** The hold of a descriptor; null if that was no socket. */
        @Nullable
        Hold find(int thread, int descriptor) {
            int place = first(hash(thread, descriptor));
            Hold found = at(place);
            while (found != null && !found.is(thread, descriptor)) {
                place = after(place);
                found = at(place);
            }
            return found;
        }
    }

    /** Those whose socket no table has shown yet, by inode. */
    static final class ByInode extends Slots<Hold> {

        @Override
        int hash(Hold hold) {
            return SocketRow.hash(hold.inode);
        }
    }
}
