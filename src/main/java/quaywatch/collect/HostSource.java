package quaywatch.collect;

import quaywatch.model.HostFacts;

/** Tells what hardly ever changes about the machine. May take half a second: never on the sampler's or the toolkit's thread. */
public interface HostSource {

    HostFacts read();
}
