"""Connects to an address and port, says "connected", reads until the connection ends, says how
(ECONNABORTED, ECONNRESET, or "closed"), then answers every line with the same line.

connected.py ADDRESS PORT
"""
import errno
import socket
import sys

connection = socket.create_connection((sys.argv[1], int(sys.argv[2])))
print("connected", flush=True)
try:
    while connection.recv(1024):
        pass
    print("closed", flush=True)
except OSError as error:
    print(errno.errorcode[error.errno], flush=True)
for line in sys.stdin:
    print(line.strip(), flush=True)
