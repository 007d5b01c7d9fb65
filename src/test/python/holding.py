"""Holds a port in one of several ways, prints it (or why that can't be), and ends when its input ends.

holding.py listen ADDRESS [PORT] | bound ADDRESS | udp ADDRESS | v6only | apart PORT      apart: listens in a network namespace of its own
"""
import ctypes
import socket
import sys

how = sys.argv[1]
address = sys.argv[2] if len(sys.argv) > 2 else "::"
port = int(sys.argv[3]) if len(sys.argv) > 3 else 0
try:
    if how == "apart":
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(0x40000000):
            raise OSError(ctypes.get_errno(), "unshare")
        address, port = "0.0.0.0", int(sys.argv[2])
    holder = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET,
                           socket.SOCK_DGRAM if how == "udp" else socket.SOCK_STREAM)
    if how == "v6only":
        holder.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    holder.bind((address, port))
    if how not in ("bound", "udp"):
        holder.listen()
except OSError as error:
    print("not here:", error, flush=True)
    sys.exit()
print(holder.getsockname()[1], flush=True)
sys.stdin.read()
