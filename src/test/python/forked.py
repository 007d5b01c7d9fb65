"""Listens on a free loopback port and prints it; a forked child holds the same socket and prints its pid."""
import os
import signal
import socket

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()
if os.fork() == 0:
    print(server.getsockname()[1], os.getpid(), flush=True)
signal.pause()
