"""Listens on a free loopback port and prints it with the pids of three forked workers, which hold the same socket: four holders."""
import os
import signal
import socket

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 0))
server.listen()
workers = []
for _ in range(3):
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pause()
    workers.append(pid)
print(server.getsockname()[1], *workers, flush=True)
signal.pause()
