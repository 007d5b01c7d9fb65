"""Listens on the loopback port given and prints its pid when it does; answers nobody.

at_port.py PORT
"""
import os
import signal
import socket
import sys

# Nobody is left behind for long, whoever started it.
signal.alarm(120)

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", int(sys.argv[1])))
server.listen()
print(os.getpid(), flush=True)
signal.pause()
