package quaywatch.view;

import java.util.Optional;

import quaywatch.model.Owner;
import quaywatch.model.Socket;
import quaywatch.text.Words;

/** Puts a connection whose two ends are on this machine into words. */
public final class Conversation {

    private Conversation() {}

    /** {@code firefox}, or where the other end is on this machine, {@code firefox → node :3000}. */
    static String owner(SocketLine line, Words words) {
        String name = OwnerText.name(line.live(), words);
        return line.peer() == null ? name : words.get("view.pair", name, towards(line, line.peer(), words));
    }

    /** {@code → node :3000} or {@code ← firefox}: the port that a client happens to have tells nothing. */
    static String towards(SocketLine line, Peer peer, Words words) {
        String name = OwnerText.name(peer.owner(), words);
        return line.incoming() ? words.get("view.pair.from", name) : words.get("view.pair.to", name, farPort(line));
    }

    /** Who holds the other end, and its port: {@code node :3000}; a word where it is not on this machine. */
    static String farEnd(SocketLine line, Words words) {
        return line.peer() == null
                ? words.get(line.socket().hasPeer() ? "view.peer.elsewhere" : "view.none")
                : words.get("view.peer", OwnerText.name(line.peer().owner(), words), farPort(line));
    }

    /** Who is connected to whom, in a sentence; empty unless both ends are on this machine. */
    public static Optional<String> sentence(SocketLine line, Words words) {
        Peer peer = line.peer();
        if (peer == null) {
            return Optional.empty();
        }
        Socket socket = line.socket();
        String here = known(OwnerText.name(line.live(), words), line.owner());
        String there = known(OwnerText.name(peer.owner(), words), peer.owner());
        return Optional.of(line.incoming()
                ? words.get("view.pair.sentence", there, here, Integer.toString(socket.local().port()))
                : words.get("view.pair.sentence", here, there, farPort(line)));
    }

    /** A name alone may stand for many. */
    private static String known(String name, Owner owner) {
        Long pid = OwnerText.pidValue(owner);
        return pid == null ? name : name + " " + pid;
    }

    private static String farPort(SocketLine line) {
        return Integer.toString(line.socket().remote().port());
    }
}
