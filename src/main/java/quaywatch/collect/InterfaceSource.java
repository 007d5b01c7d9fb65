package quaywatch.collect;

import java.util.List;

import quaywatch.model.InterfaceCounters;

/** Tells what the network interfaces have counted. Used by one thread at a time. */
public interface InterfaceSource {

    /** The counters now, in the system's order; empty where they can't be read. */
    List<InterfaceCounters> sample();
}
