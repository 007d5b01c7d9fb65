package quaywatch.collect;

import quaywatch.model.HostFacts;
import quaywatch.model.PortRules;

/** Tells what hardly ever changes about the machine. May take half a second: never on the sampler's or the toolkit's thread. */
public interface HostSource {

    HostFacts read();

    /** What is laid down about ports. */
    default PortRules rules() {
        HostFacts facts = read();
        return new PortRules(facts.ephemeral(), facts.interfaces().stream().flatMap(it -> it.addresses().stream()).toList(), null);
    }
}
