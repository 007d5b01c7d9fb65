"""Does what a test says: runs each line as Python and answers with a line, the value of an expression or "done". What a line names stays named.

  bound(...)       a socket on a free loopback port; by default TCP and IPv4
  listener(...)    a listener likewise
  connected(to)    a connection to a loopback port
  sharing(text)    listeners of one port at each of these addresses; "only" before one of IPv6 leaves IPv4 alone
  taker(of, host)  connects to the host: the cookie of the one among these listeners that takes it, and the far port; 0 and 0 if none does
  port(made)       the local port of a socket
  cookie(made)     its cookie
  pour(a, b, n)    sends so many bytes from one socket to the other and receives them
  pouring(a, b)    does so again and again in the background
  user(uid)        goes on as another user
  park()           a process that does nothing until its parent ends, with the same descriptors; its pid
  serving()        a process with a listener of its own, named after the port; its pid and the port
  replaced(pid)    ends that process and makes another one like it under the same number, in a pid namespace of our own
  table()          a thread with a descriptor table of its own, in which it opens a listener that the rest of the process lacks; the port
  without_leader() ends the first thread; another one goes on with the lines
"""
import ctypes
import os
import select
import signal
import socket
import sys
import threading
import time

libc = ctypes.CDLL(None, use_errno=True)
PR_SET_PDEATHSIG = 1
PR_SET_NAME = 15
SO_COOKIE = 57
CLONE_FILES = 0x400


def bound(address=("127.0.0.1", 0), kind=socket.SOCK_STREAM):
    made = socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET, kind)
    made.bind(address)
    return made


def listener(address=("127.0.0.1", 0)):
    made = bound(address)
    made.listen(64)
    return made


def connected(to, host="127.0.0.1", kind=socket.SOCK_STREAM, source=None):
    made = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, kind)
    if source:
        made.bind((source, 0))
    made.connect((host, to))
    return made


def sharing(text):
    made = []
    for word in text.split():
        address = word.removeprefix("only")
        one = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if ":" in address:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, word != address)
        one.bind((address, port(made[0]) if made else 0))
        one.listen(64)
        made.append(one)
    return made


taken = []


def taker(of, host):
    try:
        caller = connected(port(of[0]), host)
    except ConnectionRefusedError:
        return "0 0"
    one = select.select(of, [], [], 10)[0][0]
    taken.extend([caller, one.accept()[0]])
    return f"{cookie(one)} {port(caller)}"


def port(made):
    return made.getsockname()[1]


def cookie(made):
    return int.from_bytes(made.getsockopt(socket.SOL_SOCKET, SO_COOKIE, 8), sys.byteorder)


def pour(out, into, count):
    while count > 0:
        sent = out.send(bytes(min(count, 4096)))
        count -= sent
        while sent > 0:
            sent -= len(into.recv(sent))


def pouring(out, into):
    def go_on():
        while True:
            pour(out, into, 10_000)
            time.sleep(0.001)

    threading.Thread(target=go_on, daemon=True).start()


def user(uid):
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def park():
    pid = os.fork()
    if pid == 0:
        stay()
    return pid


def stay():
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.alarm(300)
    while True:
        signal.pause()


def serving():
    told, tell = os.pipe()
    pid = os.fork()
    if pid == 0:
        made = listener()
        libc.prctl(PR_SET_NAME, str(port(made)).encode(), 0, 0, 0)
        os.write(tell, str(port(made)).encode())
        stay()
    answered = os.read(told, 16).decode()
    os.close(told)
    os.close(tell)
    return f"{pid} {answered}"


def start(pid):
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().rpartition(") ")[2].split()[19]


def replaced(pid):
    # The start time counts in hundredths of a second: within one of them no two processes can be told apart.
    before = start(pid)
    now = before
    while now == before:
        born = os.fork()
        if born == 0:
            os._exit(0)
        now = start(born)
        os.waitpid(born, 0)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    with open("/proc/sys/kernel/ns_last_pid", "w") as last:
        last.write(str(pid - 1))
    return serving()


def table():
    told = threading.Event()
    ports = []

    def live():
        if libc.unshare(CLONE_FILES):
            raise OSError(ctypes.get_errno(), "unshare")
        own = [listener(), socket.socket(), socket.socket()]
        ports.append(port(own[0]))
        told.set()
        threading.Event().wait()

    threading.Thread(target=live, daemon=True).start()
    told.wait()
    return ports[0]


def without_leader():
    first = threading.main_thread().native_id

    def go_on():
        while state(first) != "Z":
            os.sched_yield()
        print("done", flush=True)
        serve()

    threading.Thread(target=go_on).start()
    libc.syscall(SYS_EXIT, 0)


def state(thread):
    with open(f"/proc/self/task/{thread}/stat") as stat:
        return stat.read().rpartition(") ")[2][0]


SYS_EXIT = {"x86_64": 60, "aarch64": 93}.get(os.uname().machine)
names = globals()


def answer(line):
    try:
        code = compile(line, "line", "eval")
    except SyntaxError:
        exec(line, names)
        return "done"
    return eval(code, names)


def serve():
    for line in sys.stdin:
        try:
            print(answer(line.strip()), flush=True)
        except Exception as trouble:
            print(f"failed: {trouble!r}", flush=True)


serve()
