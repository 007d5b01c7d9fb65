package quaywatch.control.linux;

import java.util.List;

import quaywatch.control.BindProbe;
import quaywatch.model.Address;
import quaywatch.model.Protocol;

/** Tests whether a port can be bound on 127.0.0.1 and prints what the system says. */
public final class BindAsOther {

    private BindAsOther() {}

    public static void main(String[] arguments) {
        System.out.println(
                new BindProbe().test(Protocol.TCP, Integer.parseInt(arguments[0]), List.of(Address.v4(0x7f000001))).binds().getFirst()
                        .verdict());
    }
}
