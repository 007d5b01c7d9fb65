"""Listens on a free loopback port, prints it, answers every line of a client with the same line.

listener.py [stubborn]   stubborn: ignores SIGTERM
"""
import signal
import socket
import sys

if "stubborn" in sys.argv:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 0))
server.listen()
print(server.getsockname()[1], flush=True)
while True:
    connection, _ = server.accept()
    with connection:
        while line := connection.recv(1024):
            connection.sendall(line)
