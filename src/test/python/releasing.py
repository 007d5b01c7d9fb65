"""Listens on a free loopback port and prints it; closes it when a line comes, prints "released",
then answers every line with the same line."""
import socket
import sys

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()
print(server.getsockname()[1], flush=True)
sys.stdin.readline()
server.close()
print("released", flush=True)
for line in sys.stdin:
    print(line.strip(), flush=True)
