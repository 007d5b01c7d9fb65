package quaywatch.ui.activity;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;
import quaywatch.model.Owner;
import quaywatch.model.Protocol;
import quaywatch.text.Words;
import quaywatch.view.OwnerText;
import quaywatch.view.Wording;

/** What those of the history are called. */
final class Names {

    private final Wording wording;

    Names(Wording wording) {
        this.wording = wording;
    }

    Words words() {
        return wording.words();
    }

    String process(Owner owner) {
        return OwnerText.name(owner, words());
    }

    /** The process number, or an empty text. */
    String pid(Owner owner) {
        return owner instanceof Owner.Processes processes ? Long.toString(processes.first().id().pid()) : "";
    }

    /** What the port is registered for, or else the port itself. */
    String service(int port) {
        return wording.names().name(Protocol.TCP, port).orElse(Integer.toString(port));
    }

    /** The port, unless it stands for the service already. */
    String port(int port) {
        return wording.names().name(Protocol.TCP, port).isPresent() ? Integer.toString(port) : "";
    }

    String host(Endpoint host) {
        return host.scope().isEmpty() ? host.address().toString() : host.address() + "%" + host.scope();
    }

    /** Where a host is, as far as its address tells; empty for anywhere. */
    String place(Endpoint host) {
        if (host.address().isLoopback()) {
            return words().get("ui.activity.thisMachine");
        }
        return isPrivate(host.address()) ? words().get("ui.activity.private") : "";
    }

    /** Private and link-local addresses: RFC 1918, 3927, 4193, 4291. */
    static boolean isPrivate(Address address) {
        Address plain = address.unmapped();
        return switch (plain.family()) {
            case IPV4 -> plain.low() >>> 24 == 10 || plain.low() >>> 20 == 0xac1 || plain.low() >>> 16 == 0xc0a8
                    || plain.low() >>> 16 == 0xa9fe;
            case IPV6 -> plain.high() >>> 57 == 0xfc >>> 1 || plain.high() >>> 54 == 0xfe80 >>> 6;
        };
    }
}
