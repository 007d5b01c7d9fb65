package quaywatch.control.linux;

import quaywatch.model.Address;
import quaywatch.model.Endpoint;

/** Tries to close a connection, given by its ends and its cookie, and prints what the system says. */
public final class CloseAsOther {

    private CloseAsOther() {}

    public static void main(String[] arguments) {
        System.out.println(LinuxConnectionCloser.closeDirectly(end(arguments[0], arguments[1]), end(arguments[2], arguments[3]),
                Long.parseLong(arguments[4])));
    }

    private static Endpoint end(String address, String port) {
        return new Endpoint(Address.parse(address).orElseThrow(), Integer.parseInt(port));
    }
}
