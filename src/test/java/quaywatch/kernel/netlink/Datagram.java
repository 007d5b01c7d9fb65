package quaywatch.kernel.netlink;

import java.io.ByteArrayOutputStream;

import quaywatch.kernel.NativeBytes;

/** Puts messages together as a kernel would, or as none would. */
final class Datagram {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A message whose head tells another length than it has. */
    Datagram message(int length, int type, int sequence, byte[] body) {
        byte[] head = new byte[Message.HEAD];
        NativeBytes.put32(head, 0, length);
        NativeBytes.put16(head, Message.TYPE, type);
        NativeBytes.put32(head, Message.SEQUENCE, sequence);
        bytes.writeBytes(head);
        return raw(body);
    }

    Datagram message(int type, int sequence, byte[] body) {
        return message(Message.HEAD + body.length, type, sequence, body);
    }

    /** A socket of the fourth family that listens, with these attributes. */
    Datagram socket(int sequence, byte[]... attributes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] socket = new byte[DiagRow.LENGTH];
        socket[0] = DiagRequest.AF_INET;
        socket[1] = 1;
        NativeBytes.put32(socket, 68, 4711);
        body.writeBytes(socket);
        for (byte[] attribute : attributes) {
            body.writeBytes(attribute);
        }
        return message(DiagRequest.TCPDIAG_GETSOCK, sequence, body.toByteArray());
    }

    /** The bytes as they are, filled up to a whole number of words. */
    Datagram raw(byte[] some) {
        bytes.writeBytes(some);
        bytes.writeBytes(new byte[-some.length & 3]);
        return this;
    }

    static byte[] number(int value) {
        byte[] four = new byte[Integer.BYTES];
        NativeBytes.put32(four, 0, value);
        return four;
    }

    /** An attribute, filled up to a whole number of words. */
    static byte[] attribute(int type, byte... payload) {
        return attribute(4 + payload.length, type, payload);
    }

    /** Likewise, but it tells a length of its own. */
    static byte[] attribute(int length, int type, byte... payload) {
        byte[] whole = new byte[4 + (payload.length + 3 & ~3)];
        NativeBytes.put16(whole, 0, length);
        NativeBytes.put16(whole, 2, type);
        System.arraycopy(payload, 0, whole, 4, payload.length);
        return whole;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
