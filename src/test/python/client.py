"""Connects to a loopback port, says "connected", reads until the far end closes,
says "cut", then answers every line with the same line."""
import socket
import sys

connection = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
print("connected", flush=True)
try:
    while connection.recv(1024):
        pass
except OSError:
    pass
print("cut", flush=True)
for line in sys.stdin:
    print(line.strip(), flush=True)
