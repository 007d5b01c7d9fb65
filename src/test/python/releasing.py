"""Listens on a free loopback port and prints it; closes it when a line comes, prints "released" and goes on."""
import signal
import socket
import sys

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()
print(server.getsockname()[1], flush=True)
sys.stdin.readline()
server.close()
print("released", flush=True)
signal.pause()
