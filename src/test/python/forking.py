"""Listens on a free loopback port and prints it. When a line comes, forks a process that keeps the same socket and answers every line of a client
with the same line, and prints its pid."""
import os
import signal
import socket
import sys

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 0))
server.listen()
print(server.getsockname()[1], flush=True)
sys.stdin.readline()
fork = os.fork()
if fork:
    print(fork, flush=True)
    while True:
        signal.pause()
signal.alarm(300)  # it outlives its parent, but not the test run
while True:
    connection, _ = server.accept()
    with connection:
        while line := connection.recv(1024):
            connection.sendall(line)
