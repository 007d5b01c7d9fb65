"""Listens on a free loopback port, prints it, and closes every connection at once: who closes first keeps it in TIME_WAIT."""
import socket

server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", 0))
server.listen()
print(server.getsockname()[1], flush=True)
while True:
    server.accept()[0].close()
