package quaywatch.collect.linux;

import java.util.Arrays;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

import quaywatch.kernel.ProcStat;
import quaywatch.model.Owner;

/** A process that may hold sockets: what was read of its descriptors, and its facts once they were asked for. */
final class Holder {

    static final long NOT_ASKED = -1;
    private static final int[] NONE = {};

    final int pid;
    final Hold.ByDescriptor holds = new Hold.ByDescriptor();
    /** Of its descriptor table, as {@link quaywatch.kernel.FdStat} tells. */
    long identity;
    /** The kernel does not let us list its descriptors. */
    boolean hidden;
    /** Its first thread has gone, as was told when its own descriptors turned out to be hidden. */
    boolean leaderless;
    /** Threads of it have descriptor tables of their own. */
    boolean split;
    boolean ended;
    /** The tick of the last walk over its descriptors. */
    int walked;
    /** How many descriptors it has, as told in {@link #sizeTick}; negative where that is not told. */
    long size = -1;
    int sizeTick;
    /** The tick that listed it last. */
    int listed;
    /** Its beginning was told, whether it was known by then or not. */
    boolean announced;
    /** Its first thread was told to have ended. */
    boolean exited;
    /** The tick that was told of a change in it last. */
    int told;
    Owner.@Nullable Processes facts;
    @Nullable
    ProcStat stat;
    /** The network namespace it is in; 0 for our own, or where that is not told. */
    long namespace = NOT_ASKED;
    /** What is followed of it where its descriptors are hidden; null before it was first met so. */
    Neighbours.@Nullable Neighbour neighbour;
    /** The tick in which its facts were last looked after. */
    int factsTick;
    /** The tick after which they are read again whatever else tells. */
    int factsDue;
    /** The tick that met it first. */
    final int met;
    /** The descriptors of its table that are known to be open, sockets or not. */
    private final BitSet open = new BitSet();
    private int openCount;
    private int[] freed = NONE;
    private int freedCount;

    Holder(int pid, int tick) {
        this.pid = pid;
        this.met = tick;
        this.listed = tick;
    }

    /** Notes that it was told to have changed: all its facts are to be read again. */
    void tell(int tick) {
        told = tick;
        factsDue = tick;
    }

    /** Notes whether a descriptor is open. */
    void setOpen(int descriptor, boolean isOpen) {
        if (open.get(descriptor) != isOpen) {
            open.set(descriptor, isOpen);
            openCount += isOpen ? 1 : -1;
        }
    }

    /** Forgets which descriptors are open. */
    void clearOpen() {
        open.clear();
        openCount = 0;
    }

    /** How many descriptors are known to be open. */
    int openCount() {
        return openCount;
    }

    /** The lowest number from this one on that is not known to be open: the kernel gives it to the next descriptor. */
    int lowestFree(int from) {
        return open.nextClearBit(from);
    }

    /** Notes that the socket of a descriptor is gone: the kernel gives the lowest free number to the next one. */
    void free(int descriptor) {
        if (freedCount == freed.length) {
            freed = Arrays.copyOf(freed, Math.max(8, freedCount * 2));
        }
        freed[freedCount++] = descriptor;
    }

    int freedCount() {
        return freedCount;
    }

    int freed(int index) {
        return freed[index];
    }

    void forgetFreed() {
        freedCount = 0;
    }

    /** Those there are, by number. */
    static final class ByPid extends Slots<Holder> {

        @Override
        int hash(Holder holder) {
            return holder.pid;
        }

        @Nullable
        Holder find(int pid) {
            int place = first(pid);
            Holder found = at(place);
            while (found != null && found.pid != pid) {
                place = after(place);
                found = at(place);
            }
            return found;
        }
    }
}
