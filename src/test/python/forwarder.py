"""Holds a loopback port (at the address behind -host-ip, if there is one) and passes on what comes, as a program of another name that another program started.

forwarder.py FOLDER PARENT NAME PORT TARGET CHILD WORD...

Both programs are copies of the interpreter in FOLDER. The command line of the forwarder reads WORD... as if it had been started so; with a
CHILD it keeps a copy of itself with that command line. Prints its pid when it listens.
"""
import ctypes
import os
import shutil
import socket
import subprocess
import sys
import threading

ROOM = "." * 1000


def disguise(words):
    """Writes other words over the memory from which the kernel reads the command line."""
    with open("/proc/self/stat", "rb") as stat:
        fields = stat.read().rpartition(b")")[2].split()
    start, end = int(fields[45]), int(fields[46])
    line = b"\0".join(word.encode() for word in words) + b"\0"
    assert len(line) <= end - start
    ctypes.memmove(start, line.ljust(end - start, b"\0"), end - start)


def pump(source, sink):
    while data := source.recv(4096):
        sink.sendall(data)
    sink.shutdown(socket.SHUT_WR)


def relay(port, target, address):
    server = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind((address, port))
    server.listen()
    print(os.getpid(), flush=True)
    while True:
        client = server.accept()[0]
        behind = socket.create_connection(("127.0.0.1", target))
        for ends in ((client, behind), (behind, client)):
            threading.Thread(target=pump, args=ends, daemon=True).start()


stage, *rest = sys.argv[1:] if sys.argv[1] in ("parent", "relay", "child") else ("start", *sys.argv[1:])
if stage == "start":
    folder, parent, name = rest[:3]
    for copy in (parent, name):
        shutil.copy(os.path.realpath(sys.executable), os.path.join(folder, copy))
    os.environ["PYTHONHOME"] = sys.base_prefix
    os.execv(os.path.join(folder, parent), [parent, __file__, "parent", *rest])
elif stage == "parent":
    sys.exit(subprocess.run([os.path.join(rest[0], rest[2]), __file__, "relay", ROOM, *rest]).returncode)
elif stage == "relay":
    _, folder, _, name, port, target, child, *words = rest
    if child:
        below = subprocess.Popen([os.path.join(folder, name), __file__, "child", ROOM, child], stdout=subprocess.PIPE)
        below.stdout.readline()
    disguise(words)
    relay(int(port), int(target), words[words.index("-host-ip") + 1] if "-host-ip" in words else "127.0.0.1")
else:
    disguise([rest[1]])
    print(flush=True)
    threading.Event().wait()
