"""Captures what sock_diag(7) sends of made-up sockets, inside a network namespace of its own: unshare --net python3 capture_diag.py > sockets.txt

Lines of the capture:
  truth NAME PORT INODE COOKIE   a socket, as its holder knows it
  tcp HEX, udp HEX               a datagram of the answer, sequence number 0
"""
import os
import socket
import struct
import subprocess

SO_COOKIE = 57
NETLINK_SOCK_DIAG = 4
INFO = 2
ALL_STATES = 0x3FFF
USER = 1234

subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
open_sockets = []


def truth(name, made):
    cookie = struct.unpack("Q", made.getsockopt(socket.SOL_SOCKET, SO_COOKIE, 8))[0]
    print("truth", name, made.getsockname()[1], os.fstat(made.fileno()).st_ino, cookie)
    open_sockets.append(made)
    return made


def server(name, family, address, only=None):
    made = socket.socket(family)
    if only is not None:
        made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, only)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind(address)
    made.listen(7)
    return truth(name, made)


def connected(address, family=socket.AF_INET):
    made = socket.socket(family)
    made.connect(address)
    return made


def dump(label, message):
    asked = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_SOCK_DIAG)
    asked.send(message)
    last = False
    while not last:
        told = asked.recv(65536)
        print(label, told.hex())
        at = 0
        while at < len(told):
            length, kind = struct.unpack_from("IH", told, at)
            last |= kind == 3
            at += length + 3 & ~3


def head(length, kind):
    return struct.pack("IHHII", 16 + length, kind, 0x301, 0, 0)


os.seteuid(USER)
listening = server("listening", socket.AF_INET, ("127.0.0.1", 8080))
sixth = server("sixth", socket.AF_INET6, ("::1", 8443), 1)
dual = server("dual", socket.AF_INET6, ("::", 9090), 0)
bound = socket.socket()
bound.bind(("127.0.0.2", 7000))
truth("bound", bound)
client = truth("client", connected(("127.0.0.1", 8080)))
accepted = truth("accepted", listening.accept()[0])
client.sendall(b"x" * 1000)
accepted.recv(700, socket.MSG_WAITALL)
accepted.sendall(b"y" * 2500)
client.recv(2500, socket.MSG_WAITALL)
truth("caller", connected(("127.0.0.1", 9090)))
truth("mapped", dual.accept()[0])
truth("six", connected(("::1", 8443), socket.AF_INET6))
truth("sixthAccepted", sixth.accept()[0])
ending = connected(("127.0.0.1", 8080))
ended = listening.accept()[0]
truth("ending", ending)
ending.close()
ended.recv(1)
ended.close()
truth("queued", connected(("127.0.0.1", 8080)))
here = socket.socket(type=socket.SOCK_DGRAM)
here.bind(("127.0.0.1", 5353))
truth("datagrams", here)
peer = socket.socket(type=socket.SOCK_DGRAM)
peer.connect(("127.0.0.1", 5353))
truth("peer", peer)
peer.send(b"z" * 100)
wide = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
wide.bind(("::", 6000))
truth("wide", wide)
dump("tcp", head(60, 18) + struct.pack("BBBB48xII", 0, 0, 0, 1 << INFO - 1, ALL_STATES, 0))
for af in (socket.AF_INET, socket.AF_INET6):
    dump("udp", head(56, 20) + struct.pack("BBBBI48x", af, 17, 0, 0, ALL_STATES))
