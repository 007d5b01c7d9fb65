#!/usr/bin/env python3
"""Sends known numbers of bytes from one process to another over loopback.

Prints `ready SENDER RECEIVER PORT`: their pids, and the port that the receiver listens on. Answers lines of standard input:

    stream BYTES                 over one connection, which then stays open: `streamed SENT RECEIVED CLIENT-PORT MILLIS`
    close                        closes that connection at both ends: `closed`
    short COUNT RATE BYTES       so many connections, RATE of them a second, each with BYTES: `sent SENT RECEIVED CONNECTIONS MILLIS`

What was sent and received are the sums of what send(2) and recv(2) returned. Connections are closed as usual, so the short ones stay in TIME_WAIT for
a minute. Ends, with its processes, when standard input does, and after ten minutes anyhow.
"""

import os
import selectors
import signal
import socket
import sys
import time

import member

ADDRESS = "127.0.0.1"
LATEST = 30  # seconds that the last bytes may take to arrive
CHUNK = bytes(256 * 1024)


class Receiver:
    """Takes what comes; answers `count` with the bytes so far and the connections that were closed."""

    def __init__(self):
        self.received = self.closed = 0
        self.ready = selectors.DefaultSelector()
        self.server = socket.create_server((ADDRESS, 0), backlog=4_096)

    def serve(self, control):
        self.ready.register(control, selectors.EVENT_READ, lambda: self.answer(control))
        self.ready.register(self.server, selectors.EVENT_READ, self.accept)
        member.send(control, [os.getpid(), self.server.getsockname()[1]])
        while True:
            for key, _ in self.ready.select():
                key.data()

    def answer(self, control):
        if member.receive(control) is None:
            os._exit(0)
        member.send(control, [self.received, self.closed])

    def accept(self):
        connection, _ = self.server.accept()
        self.ready.register(connection, selectors.EVENT_READ, lambda: self.read(connection))

    def read(self, connection):
        data = connection.recv(len(CHUNK))
        self.received += len(data)
        if not data:
            self.ready.unregister(connection)
            connection.close()
            self.closed += 1


class Sender:

    def __init__(self):
        self.open = None

    def serve(self, control, port):
        member.send(control, [os.getpid()])
        while (order := member.receive(control)) is not None:
            member.send(control, getattr(self, order[0])(port, *order[1:]))
        os._exit(0)

    def stream(self, port, count):
        self.open = socket.create_connection((ADDRESS, port))
        return [write(self.open, count), self.open.getsockname()[1]]

    def close(self, port):
        self.open.close()
        return []

    def short(self, port, count, rate, size):
        sent = 0
        begun = time.monotonic()
        for i in range(count):
            rest = begun + i / rate - time.monotonic()
            if rest > 0:
                time.sleep(rest)
            with socket.create_connection((ADDRESS, port)) as connection:
                sent += write(connection, size)
        return [sent]


def write(connection, count):
    sent = 0
    while sent < count:
        sent += connection.send(memoryview(CHUNK)[:count - sent])
    return sent


def start(serve):
    """Forks a process that serves its end of a control socket; returns the other end."""
    mine, theirs = socket.socketpair()
    if os.fork() == 0:
        mine.close()
        try:
            serve(theirs)
        finally:
            os._exit(1)
    theirs.close()
    return mine


def ask(control, order):
    member.send(control, order)
    return heard(control)


def heard(control):
    said = member.receive(control)
    if said is None:
        sys.exit("traffic: one of the two processes ended; what it said stands above.")
    return said


def arrived(receiver, received, closed):
    """The receiver's count once so much has come, or as far as it came by then."""
    latest = time.monotonic() + LATEST
    while True:
        count = ask(receiver, ["count"])
        if count[0] >= received and count[1] >= closed or time.monotonic() > latest:
            return count
        time.sleep(0.01)


def serve(sender, receiver):
    received = closed = 0
    for line in sys.stdin:
        word, *numbers = line.split()
        numbers = [int(each) for each in numbers]
        begun = time.monotonic()
        told = ask(sender, [word, *numbers])
        took = round((time.monotonic() - begun) * 1_000)
        closed += {"stream": 0, "close": 1, "short": numbers[0] if numbers else 0}[word]
        count = arrived(receiver, received + (told[0] if told else 0), closed)
        came, received = count[0] - received, count[0]
        if word == "stream":
            print("streamed", told[0], came, told[1], took, flush=True)
        elif word == "close":
            print("closed", flush=True)
        else:
            print("sent", told[0], came, numbers[0], took, flush=True)


def main():
    signal.alarm(600)
    member.ignore_children()
    receiver = start(lambda control: Receiver().serve(control))
    receiver_pid, port = heard(receiver)

    def send_on(control):
        receiver.close()
        Sender().serve(control, port)

    sender = start(send_on)
    print("ready", heard(sender)[0], receiver_pid, port, flush=True)
    serve(sender, receiver)


if __name__ == "__main__":
    main()
