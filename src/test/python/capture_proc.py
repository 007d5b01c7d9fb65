#!/usr/bin/python3
"""Captures small proc trees for the tests: capture_proc.py DIRECTORY

Makes its own pid, network, mount, host name and cgroup namespaces, starts neutrally named children with real sockets in them, and copies what the
program reads of their /proc into DIRECTORY/shop (as root sees it) and DIRECTORY/shop-as-alice (as an ordinary user sees it). Needs root. Nothing of
the machine it runs on is copied but its boot time: paths below /srv live in a file system of the namespace, and links to real files are left out but for the interpreter's.
"""

import ctypes
import os
import shutil
import socket
import subprocess
import sys
import threading
import time

PYTHON = os.path.realpath("/usr/bin/python3")
ALICE, WEB, DB = 1000, 33, 999
PASSWD = "root:x:0:0::/:/bin/sh\nwww-data:x:33:33::/var/www:/bin/sh\ndatabase:x:999:999::/srv/db:/bin/sh\nalice:x:1000:1000::/home/alice:/bin/sh\n"
STATUS_LINES = ("Name:", "State:", "Tgid:", "Pid:", "PPid:", "Uid:", "Gid:", "Threads:")


def listen(family, address, port, only6=True, backlog=16):
    end = socket.socket(family, socket.SOCK_STREAM)
    end.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        end.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, only6)
    end.bind((address, port))
    end.listen(backlog)
    return end


def rename(name):
    ctypes.CDLL(None).prctl(15, name.encode(), 0, 0, 0)


def ready():
    print("ready", flush=True)


def rest():
    while True:
        time.sleep(1000)


# ---- the children; each keeps its sockets in a list so that none is closed


def web_1():
    """A server with three workers that share its listener."""
    kept = [listen(socket.AF_INET, "0.0.0.0", 80)]
    for _ in range(3):
        if os.fork() == 0:
            rest()
    ready()
    kept.append(0)
    rest()


def db():
    """Listeners of both families on one port, and the served end of two connections."""
    kept = [listen(socket.AF_INET, "127.0.0.1", 5432), listen(socket.AF_INET6, "::1", 5432)]
    ready()
    kept += [kept[0].accept()[0] for _ in range(2)]
    rest()


def orders_api():
    """A dual-stack listener with a v4-mapped and a v6 client, two connections of its own to the database, and one that its peer has closed."""
    kept = [listen(socket.AF_INET6, "::", 8080, only6=False)]
    kept += [socket.create_connection(("127.0.0.1", 5432)) for _ in range(2)]
    ready()
    kept += [kept[0].accept()[0] for _ in range(3)]
    rest()


def browser():
    kept = [socket.create_connection(("127.0.0.1", 8080)), socket.create_connection(("::1", 8080))]
    half = socket.create_connection(("10.0.0.2", 8080))
    half.shutdown(socket.SHUT_WR)
    kept.append(half)
    ready()
    rest()


def cache():
    """Never accepts, so that its clients wait in the queue; a bound and a connected datagram socket; a closed connection in TIME_WAIT."""
    kept = [listen(socket.AF_INET, "10.0.0.2", 6379)]
    kept += [socket.create_connection(("10.0.0.2", 6379)) for _ in range(2)]
    bound = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    bound.bind(("0.0.0.0", 5353))
    connected = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    connected.connect(("127.0.0.1", 5353))
    sixth = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    sixth.bind(("::1", 8125))
    kept += [bound, connected, sixth]
    brief = listen(socket.AF_INET, "127.0.0.1", 7000)
    client = socket.create_connection(("127.0.0.1", 7000))
    served = brief.accept()[0]
    client.close()
    served.close()
    brief.close()
    ready()
    rest()


def batch():
    """Its first thread ends; the second goes on with a listener."""
    kept = [listen(socket.AF_INET, "127.0.0.1", 9090)]

    def work():
        ready()
        kept.append(0)
        rest()

    threading.Thread(target=work).start()
    time.sleep(0.2)
    ctypes.CDLL(None).syscall(60 if os.uname().machine == "x86_64" else 93, 0)


def probe():
    kept = [socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)]
    ready()
    kept.append(0)
    rest()


CHILDREN = [("web-1", web_1, WEB), ("db", db, DB), ("orders-api", orders_api, ALICE), ("browser", browser, ALICE), ("cache", cache, ALICE),
            ("batch", batch, ALICE), ("probe", probe, 0)]
PRIVILEGED = {"web-1"}


def child(name):
    _, run, uid = next(it for it in CHILDREN if it[0] == name)
    rename(name)
    if name in PRIVILEGED:
        open("/proc/sys/net/ipv4/ip_unprivileged_port_start", "w").write("0")
    if uid:
        os.setgroups([])
        os.setgid(uid)
        os.setuid(uid)
        ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
    run()


# ---- the copy


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        out.write(data)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def links(source, target):
    os.makedirs(target)
    for name in os.listdir(source):
        try:
            to = os.readlink(f"{source}/{name}")
        except FileNotFoundError:
            continue
        if to == "/dev/null" or not to.startswith("/"):
            os.symlink(to, f"{target}/{name}")


def process(pid, out):
    base = f"/proc/{pid}"
    for name in ("stat", "cmdline", "cgroup"):
        write(f"{out}/{pid}/{name}", read(f"{base}/{name}"))
    status = [line for line in read(f"{base}/status").decode().splitlines() if line.startswith(STATUS_LINES)]
    write(f"{out}/{pid}/status", ("\n".join(status) + "\n").encode())
    if os.listdir(f"{base}/fd"):
        links(f"{base}/fd", f"{out}/{pid}/fd")
        for name in ("exe", "cwd"):
            os.symlink(os.readlink(f"{base}/{name}"), f"{out}/{pid}/{name}")
    for tid in os.listdir(f"{base}/task"):
        if tid != str(pid):
            links(f"{base}/task/{tid}/fd", f"{out}/{pid}/task/{tid}/fd")


def copy(out):
    pids = [name for name in os.listdir("/proc") if name.isdigit()]
    for name in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6", "dev", "if_inet6"):
        write(f"{out}/net/{name}", read(f"/proc/net/{name}"))
    for pid in pids:
        process(pid, out)
    write(f"{out}/stat", b"".join(line + b"\n" for line in read("/proc/stat").splitlines() if line.startswith(b"btime")))
    write(f"{out}/uptime", read("/proc/uptime"))
    write(f"{out}/sys/kernel/hostname", read("/proc/sys/kernel/hostname"))
    write(f"{out}/sys/kernel/osrelease", read("/proc/sys/kernel/osrelease").split(b"-")[0] + b"\n")
    write(f"{out}/sys/net/ipv4/ip_local_port_range", read("/proc/sys/net/ipv4/ip_local_port_range"))
    write(f"{out}/passwd", PASSWD.encode())


def hide(out):
    """Takes away what the kernel refuses to show alice of other users' processes."""
    for pid in [name for name in os.listdir(out) if name.isdigit()]:
        if b"Uid:\t%d\t" % ALICE not in read(f"{out}/{pid}/status"):
            shutil.rmtree(f"{out}/{pid}/fd", ignore_errors=True)
            shutil.rmtree(f"{out}/{pid}/task", ignore_errors=True)
            for name in ("exe", "cwd"):
                os.unlink(f"{out}/{pid}/{name}")


def inside():
    out = os.environ["CAPTURE"]
    rename("init")
    os.makedirs("/srv/init")
    os.chdir("/srv/init")
    socket.sethostname("quay")
    for command in (["ip", "link", "set", "lo", "up"], ["ip", "addr", "add", "10.0.0.2/24", "dev", "lo"]):
        subprocess.run(command, check=True)
    started = []
    for name, _, _ in CHILDREN:
        os.makedirs(f"/srv/{name}")
        started.append(subprocess.Popen([PYTHON, "/srv/serve.py", name], cwd=f"/srv/{name}", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=None if os.environ.get("LOUD") else subprocess.DEVNULL, env={}))
        assert started[-1].stdout.readline() == b"ready\n", name
    time.sleep(0.5)
    for case in ("shop", "shop-as-alice"):
        shutil.rmtree(f"{out}/{case}", ignore_errors=True)
        copy(f"{out}/{case}")
    hide(f"{out}/shop-as-alice")
    owner = os.stat(out)
    subprocess.run(["chown", "-Rh", f"{owner.st_uid}:{owner.st_gid}", f"{out}/shop", f"{out}/shop-as-alice"], check=True)


def outside(directory):
    script = 'mount -t tmpfs none /srv && cp "$SCRIPT" /srv/serve.py && chmod 755 /srv && cd / && exec "$PYTHON" /srv/serve.py'
    environment = {"PATH": os.environ["PATH"], "CAPTURE": os.path.abspath(directory), "SCRIPT": os.path.abspath(__file__), "PYTHON": PYTHON,
                   "LOUD": os.environ.get("LOUD", "")}
    # The first process of the pid namespace takes all others with it when it ends.
    subprocess.run(["unshare", "--fork", "--pid", "--net", "--uts", "--mount", "--cgroup", "--mount-proc", "sh", "-c", script], env=environment,
                   check=True)


if __name__ == "__main__":
    if len(sys.argv) == 2 and sys.argv[1] in (it[0] for it in CHILDREN):
        child(sys.argv[1])
    elif "CAPTURE" in os.environ:
        inside()
    elif len(sys.argv) == 2:
        os.makedirs(sys.argv[1], exist_ok=True)
        outside(sys.argv[1])
    else:
        sys.exit(__doc__)
