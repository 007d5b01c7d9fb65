"""One process of the load: opens, closes and hands on sockets as it is told over its control socket, and ends when that closes.

What it is told and what it answers are values of marshal(3) with their length in front; descriptors travel beside them, on a byte of their own.
"""

import errno
import marshal
import os
import select
import signal
import socket
import struct

FIRST_PORT, LAST_PORT = 10_000, 32_000  # below the range that the kernel takes ports of clients from
ABORT = struct.pack("ii", 1, 0)  # SO_LINGER 0: closing resets, so that nothing stays in TIME_WAIT
LENGTH = struct.Struct("I")


def send(control, value):
    data = marshal.dumps(value)
    control.sendall(LENGTH.pack(len(data)) + data)


def receive(control):
    """The next value; None at the end."""
    head = exactly(control, LENGTH.size)
    return None if head is None else marshal.loads(exactly(control, LENGTH.unpack(head)[0]))


def exactly(control, count):
    data = bytearray()
    while len(data) < count:
        part = control.recv(count - len(data))
        if not part:
            return None
        data += part
    return bytes(data)


def send_descriptor(control, fd):
    socket.send_fds(control, [b"."], [fd])


def receive_descriptor(control):
    return socket.recv_fds(control, 1, 1)[1][0]


def inode(fd):
    return os.fstat(fd).st_ino


def run(control, address, unix):
    """Serves one member until its control socket ends; does not return."""
    member = Member(control, address)
    try:
        member.open_unix(unix)
        send(control, ["ready", os.getpid()])
        while (order := receive(member.control)) is not None:
            answer = getattr(member, order[0])(*order[1:])
            send(member.control, answer)
        os._exit(0)
    except (BrokenPipeError, ConnectionResetError):
        os._exit(0)  # whoever started the load is gone
    except BaseException as fault:  # a forked process must never return into its parent's code
        try:
            send(member.control, ["fault", repr(fault)])
        finally:
            os._exit(1)


class Member:

    def __init__(self, control, address):
        self.control = control
        self.address = address
        self.port = FIRST_PORT
        self.kept = []  # sockets that are not the load's: no one counts them

    def open_unix(self, count):
        for i in range(count):
            end = socket.socket(socket.AF_UNIX)
            end.bind(f"\0bench-{os.getpid()}-{i}")
            end.listen()
            self.kept.append(end)

    # ---- orders; each returns its answer

    def open(self, listeners, datagrams, pairs, mapped, via):
        """Opens so many of each; clients connect to the listener at the descriptor `via`, or to one of their own for that long if it is -1."""
        passing = []
        found = [self.listener() for _ in range(listeners)]
        bound = self.datagrams(datagrams)
        if pairs and via < 0 and found:
            via = found[0][0]
        plain = self.pairs(pairs, via, socket.AF_INET, passing)
        return [found, bound, plain + self.pairs(mapped, -1, socket.AF_INET6, passing), passing]

    def close(self, descriptors):
        for fd in descriptors:
            os.close(fd)
        return []

    def give(self, fd, keep):
        send_descriptor(self.control, fd)
        if not keep:
            os.close(fd)
        return []

    def take(self):
        fd = receive_descriptor(self.control)
        return [fd, inode(fd)]

    def fork(self, listener):
        """Forks a process that inherits all and keeps the listener only; it gets a control socket of its own."""
        control = receive_descriptor(self.control)
        pid = os.fork()
        if pid == 0:
            self.become(socket.socket(fileno=control), listener)
            return [os.getpid(), listener, inode(listener)]
        os.close(control)
        return [pid]

    def become(self, control, listener):
        for end in self.kept:
            end.detach()
        self.control.detach()
        self.kept = []
        self.control = control
        close_others(listener, control.fileno())

    # ---- making sockets

    def listener(self):
        end = socket.socket()
        end.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.bind(end, self.address)
        end.listen(64)
        return kept(end)

    def bind(self, end, address):
        for _ in range(LAST_PORT - FIRST_PORT):
            self.port = self.port + 1 if self.port < LAST_PORT else FIRST_PORT
            try:
                return end.bind((address, self.port))
            except OSError as fault:
                if fault.errno != errno.EADDRINUSE:
                    raise
        raise OSError(errno.EADDRINUSE, f"all ports of {address} are in use")

    def datagrams(self, count):
        """Bound UDP sockets; every fourth has a peer."""
        made = []
        for i in range(count):
            end = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            self.bind(end, self.address)
            if i % 4 == 3:
                end.connect((self.address, LAST_PORT + 1))
            made.append(kept(end))
        return made

    def pairs(self, count, via, family, passing):
        """Both ends of so many connections. A listener made for it here goes to `passing`."""
        if not count:
            return []
        server = socket.socket(fileno=os.dup(via)) if via >= 0 else self.passing_listener(family, passing)
        target = server.getsockname()
        made = []
        for _ in range(count):
            client = socket.socket(family)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
            client.connect(target)
            served, _ = server.accept()
            served.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
            made.append(kept(client) + kept(served))
        server.close()
        return made

    def passing_listener(self, family, passing):
        server = socket.socket(family)
        server.bind((f"::ffff:{self.address}" if family == socket.AF_INET6 else self.address, 0))
        server.listen(64)
        passing.append(inode(server.fileno()))
        return server


def kept(end):
    """Gives the descriptor to keep: a number is a twentieth of an object's size."""
    fd = end.detach()
    return fd, inode(fd)


def close_others(*descriptors):
    """Closes all above the standard three but these."""
    low = 3
    for fd in sorted(descriptors):
        os.closerange(low, fd)
        low = fd + 1
    os.closerange(low, os.sysconf("SC_OPEN_MAX"))


def wait_for_end(pidfd):
    """Returns when the process has ended, and with that closed what it held."""
    waiting = select.poll()
    waiting.register(pidfd, select.POLLIN)
    while not waiting.poll(10_000):
        pass
    os.close(pidfd)


def ignore_children():
    """Ended children are reaped by the kernel."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
