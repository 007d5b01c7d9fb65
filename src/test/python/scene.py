#!/usr/bin/env python3
"""Runs a command beside made-up processes that hold real sockets, in process and network namespaces of their own.

    scene.py COMMAND [ARGS]      (as root)

Pictures and captures made in here show nothing of the machine they are made on. Three places:

    outside   a second network behind a virtual cable: the hosts that the scene talks to
    between   in the scene's network, but not in its process namespace: a socket whose owner can't be seen
    inside    process 1 of the scene: starts the programs below, waits until they have what they hold, runs the command
"""

import ctypes
import dataclasses
import json
import os
import pathlib
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve()
USERS = {"root": 0, "www-data": 33, "systemd-resolve": 101, "avahi": 108, "chrony": 110, "postgres": 115, "redis": 117, "mira": 1000}
LAN, REMOTE, SILENT = "192.168.1.24", "203.0.113.10", "203.0.113.200"
LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.sbrk.restype = ctypes.c_void_p
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NAME, PR_SET_MM, PR_SET_MM_MAP = 1, 4, 15, 35, 14
CLONE_NEWCGROUP = 0x02000000
SHOWN = []  # command lines in use: their memory must stay


# ---- sockets that are alive: a client asks for a number of bytes, the server sends them


def listen(address, port, backlog=128):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    server = socket.socket(family)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0 if address == "::" and port in DUAL_STACK else 1)
    server.bind((address, port))
    server.listen(backlog)
    return server


def bind_only(address, port, kind=socket.SOCK_STREAM):
    held = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, kind)
    if ":" in address:
        held.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    held.bind((address, port))
    return held


def serve(server, hang_up=False):
    while True:
        peer, _ = server.accept()
        if hang_up:
            peer.close()
        else:
            in_background(answer, peer)


def answer(peer):
    with peer, peer.makefile("rb") as requests:
        for request in requests:
            peer.sendall(b"." * int(request))


def ask(peer, size, every):
    with peer.makefile("rb") as answers:
        while True:
            peer.sendall(b"%d\n" % size)
            answers.read(size)
            time.sleep(every)


def connect(address, port, source=None):
    for _ in range(100):
        try:
            return socket.create_connection((address, port), source_address=(source, 0) if source else None)
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"scene: nobody answers on {address}:{port}")


def call_again_and_again(address, port, every):
    while True:
        connect(address, port).close()
        time.sleep(every)


def in_background(work, *arguments):
    threading.Thread(target=work, args=arguments, daemon=True).start()


# ---- the cast


@dataclasses.dataclass
class Program:
    command: str
    user: str = "root"
    folder: str = "/"
    tcp: tuple = ()  # (address, port) it listens on
    bound: tuple = ()  # (address, port) TCP, bound without listening
    udp: tuple = ()  # (address, port)
    udp_to: tuple = ()  # (address, port) of a connected UDP socket
    calls: tuple = ()  # (address, port, bytes, seconds between)
    knocks: tuple = ()  # (address, port, seconds between): short connections, which leave TIME_WAIT behind
    left: tuple = ()  # (address, port): the other end hangs up, this one doesn't; stays in CLOSE_WAIT
    unanswered: tuple = ()  # (address, port): stays in SYN_SENT
    workers: tuple = ()  # commands of children that inherit the listeners
    starts: dict = dataclasses.field(default_factory=dict)  # children with sockets of their own


DUAL_STACK = {3000, 8080, 35729}
HERE4, HERE6, ALL4, ALL6 = "127.0.0.1", "::1", "0.0.0.0", "::"
CODE = "code/orders-api"

CAST = {
    "sshd": Program("sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups", tcp=((ALL4, 22), (ALL6, 22))),
    "systemd-resolved": Program("/lib/systemd/systemd-resolved", "systemd-resolve", tcp=(("127.0.0.53", 53),), udp=(("127.0.0.53", 53),)),
    "cupsd": Program("/usr/sbin/cupsd -l", tcp=((HERE4, 631), (HERE6, 631))),
    "avahi-daemon": Program("avahi-daemon: running [harbour.local]", "avahi", udp=((ALL4, 5353), (ALL6, 5353))),
    "chronyd": Program("/usr/sbin/chronyd -F 1", "chrony", udp=((HERE4, 323),), udp_to=((REMOTE, 123),)),
    "nginx": Program(
        "nginx: master process /usr/sbin/nginx", "www-data", tcp=((ALL4, 80), (ALL6, 80)), workers=("nginx: worker process",) * 2
    ),
    "postgres": Program(
        "/usr/lib/postgresql/16/bin/postgres -D /var/lib/postgresql/16/main",
        "postgres",
        tcp=((HERE4, 5432), (HERE6, 5432)),
        workers=tuple(f"postgres: 16/main: {name}" for name in ("checkpointer", "background writer", "walwriter", "autovacuum launcher")),
    ),
    "redis-server": Program("/usr/bin/redis-server 127.0.0.1:6379", "redis", tcp=((HERE4, 6379),)),
    "tailscaled": Program("/usr/sbin/tailscaled --port=41641", udp=((ALL4, 41641), (ALL6, 41641)), calls=((REMOTE, 443, 300, 2),)),
    "web-1": Program("/usr/bin/web-1 --listen 192.168.1.24:8081", "www-data", tcp=((LAN, 8081),), calls=((HERE4, 8080, 2_000, 1),)),
    "firefox": Program(
        "/usr/lib/firefox/firefox",
        "mira",
        calls=(
            (HERE4, 8080, 12_000, 0.4),
            (HERE4, 8080, 6_000, 0.7),
            (HERE4, 3000, 20_000, 0.5),
            (REMOTE, 443, 40_000, 0.3),
            (REMOTE, 443, 900, 3),
            ("198.51.100.7", 443, 90_000, 1),
        ),
        udp_to=((REMOTE, 443),),
    ),
    "code": Program("/usr/share/code/code --type=utility", "mira", tcp=((HERE4, 45873),), calls=(("203.0.113.40", 443, 700, 1),)),
    "bash": Program(
        "-bash",
        "mira",
        CODE,
        starts={
            "npm": Program(
                "npm run dev",
                "mira",
                CODE,
                starts={
                    "node": Program(
                        "node server.js --watch",
                        "mira",
                        CODE,
                        tcp=((ALL6, 3000), (HERE4, 9229), (ALL6, 35729)),
                        calls=((HERE4, 8080, 3_000, 0.6),),
                    )
                },
            ),
            "java": Program(
                "java -Xmx512m -agentlib:jdwp=transport=dt_socket,server=y,address=127.0.0.1:5005 -jar target/orders-api.jar",
                "mira",
                CODE,
                tcp=((ALL6, 8080), (HERE4, 5005)),
                calls=((HERE4, 5432, 4_000, 0.5), (HERE4, 5432, 800, 1), (HERE4, 5432, 100, 5), (HERE4, 6379, 200, 0.2)),
            ),
            "python3": Program(
                "python3 bind_first.py --port 8443", "mira", "code/tools", bound=((HERE4, 8443),), unanswered=((SILENT, 873),)
            ),
            "jupyter-lab": Program("/usr/bin/python3 /usr/bin/jupyter-lab", "mira", "notebooks", tcp=((HERE4, 8888), (HERE6, 8888))),
            "report-job": Program("report-job --queue nightly", "mira", "code/tools", left=((REMOTE, 5671),)),
            "curl": Program("curl --retry 100 http://localhost:3000/health", "mira", CODE, knocks=((HERE4, 3000, 1.5), (HERE4, 8080, 4))),
        },
    ),
}


APPS = "user.slice/user-1000.slice/user@1000.service/app.slice"
GROUPS = {
    **{name: f"system.slice/{name}.service" for name in ("systemd-resolved", "avahi-daemon", "nginx", "tailscaled", "web-1")},
    "sshd": "system.slice/ssh.service",
    "cupsd": "system.slice/cups.service",
    "chronyd": "system.slice/chrony.service",
    "postgres": "system.slice/postgresql@16-main.service",
    "redis-server": f"system.slice/docker-{'5f1e09c4d7a2' + '8b36' * 13}.scope",
    "firefox": f"{APPS}/app-firefox-4711.scope",
    "code": f"{APPS}/app-code-4712.scope",
    "bash": f"{APPS}/vte-spawn-4713.scope",
    "java": f"{APPS}/orders-api.service",
}


def programs(cast=None):
    for name, program in (cast or CAST).items():
        yield name, program
        yield from programs(program.starts) if program.starts else ()


# ---- a program of the cast, in its own process


def play(name):
    """Becomes the named program of the cast. The process was started from a copy of the interpreter of that name."""
    program = dict(programs())[name]
    show_as(program.command)
    join(GROUPS.get(name, ""))
    os.chdir(pathlib.Path(os.environ["HOME"], program.folder))
    for child in program.starts:
        start(child)
    become(USERS[program.user])
    held = [listen(*where) for where in program.tcp]
    for worker in program.workers:
        if os.fork() == 0:
            LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            show_as(worker)
            os.close(int(os.environ["SCENE_READY"]))
            pause()
    for server in held:
        in_background(serve, server)
    held += [bind_only(*where) for where in program.bound] + [bind_only(*where, kind=socket.SOCK_DGRAM) for where in program.udp]
    held += [reach(where, socket.SOCK_DGRAM) for where in program.udp_to]
    held += [reach(where, socket.SOCK_STREAM) for where in program.unanswered]
    for address, port, size, every in program.calls:
        peer = connect(address, port)
        held.append(peer)
        in_background(ask, peer, size, every)
    held += [connect(*where) for where in program.left]
    for knock in program.knocks:
        in_background(call_again_and_again, *knock)
    os.write(int(os.environ["SCENE_READY"]), b"+")
    os.close(int(os.environ["SCENE_READY"]))
    pause()


def join(group):
    """Moves this process into a control group of the scene, if it could have any."""
    if group and "SCENE_GROUPS" in os.environ:
        folder = pathlib.Path(os.environ["SCENE_GROUPS"], group)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "cgroup.procs").write_text("0")


def become(uid):
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)  # so that the same user may look at it, as after an exec
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def reach(where, kind):
    reaching = socket.socket(type=kind)
    reaching.setblocking(False)
    reaching.connect_ex(where)
    return reaching


def pause():
    while True:
        signal.pause()


def show_as(command):
    """Moves what /proc/self/cmdline shows to a text of our own: PR_SET_MM_MAP in prctl(2), the numbers in proc_pid_stat(5)."""
    text = command.replace(" ", "\0").encode() + b"\0"
    memory = ctypes.create_string_buffer(text, len(text))
    SHOWN.append(memory)
    first = ctypes.addressof(memory)
    fields = [0, 0, 0, *pathlib.Path("/proc/self/stat").read_text().rpartition(")")[2].split()]
    start_code, end_code, stack, start_data, end_data, start_brk, env_start, env_end = (
        int(fields[number]) for number in (26, 27, 28, 45, 46, 47, 50, 51)
    )
    code_data_heap = (start_code, end_code, start_data, end_data, start_brk, LIBC.sbrk(0))
    layout = struct.pack("=12QIi", *code_data_heap, stack, first, first + len(text), env_start, env_end, 0, 0, -1)
    LIBC.prctl(PR_SET_MM, ctypes.c_ulong(PR_SET_MM_MAP), layout, ctypes.c_ulong(len(layout)), ctypes.c_ulong(0))


def start(name):
    binary = pathlib.Path(os.environ["SCENE_STAGE"], "usr/bin", name)
    ready = int(os.environ["SCENE_READY"])
    return subprocess.Popen([binary, "-S", HERE, "play", name], pass_fds=(ready,), stdin=subprocess.DEVNULL, env=child_environment())


def child_environment():
    return {**os.environ, "PYTHONHOME": sys.base_prefix}


# ---- the places


def outside():
    """The other end of the cable. Waits for it, then answers for every remote host, and calls in."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    print("up", flush=True)
    sys.stdin.readline()
    ip("link", "set", "lo", "up")
    for address in ("192.168.1.1/24", "192.168.1.7/24", "192.168.1.31/24"):
        ip("address", "add", address, "dev", "cable")
    ip("link", "set", "cable", "up")
    for address in (REMOTE, "203.0.113.40", "198.51.100.7"):
        ip("address", "add", f"{address}/32", "dev", "lo")
    pathlib.Path("/proc/sys/net/ipv4/ip_forward").write_text("1")
    ip("route", "add", "blackhole", f"{SILENT}/32")
    in_background(serve, listen(ALL4, 443))
    in_background(serve, listen(ALL4, 5671), True)
    print("ready", flush=True)
    in_background(ask, connect(LAN, 22, "192.168.1.7"), 120, 0.3)
    in_background(ask, connect(LAN, 8080, "192.168.1.31"), 5_000, 0.8)
    in_background(ask, connect(LAN, 8081, "192.168.1.31"), 9_000, 0.5)
    pause()


def between():
    """Holds a port in the scene's network from outside its process namespace."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    held = listen(LAN, 9000)
    print("ready", flush=True)
    serve(held)


def inside(command):
    """Process 1 of the scene."""
    show_as("/sbin/init")
    if "SCENE_GROUPS" in os.environ:
        join(".")
        LIBC.unshare(CLONE_NEWCGROUP)  # the scene's own group becomes the root that is shown
    LIBC.prctl(PR_SET_NAME, b"systemd", 0, 0, 0)
    socket.sethostname("harbour")
    stage = pathlib.Path(os.environ["SCENE_STAGE"])
    run("mount", "-t", "tmpfs", "-o", "mode=755", "scene", stage)
    build(stage)
    reader, writer = os.pipe()
    os.set_inheritable(writer, True)
    os.environ.update(HOME=str(stage / "home/mira"), SCENE_READY=str(writer))
    for name in CAST:
        start(name)
    await_all(reader, len(dict(programs())))
    time.sleep(4)  # a few TIME_WAITs, some traffic
    for name in ("SCENE_READY", "SCENE_STAGE", "SCENE_GROUPS", "PYTHONHOME"):
        os.environ.pop(name, None)
    os.environ.update(HOME=str(stage / "root"), XDG_CONFIG_HOME=str(stage / "root/config"), XDG_STATE_HOME=str(stage / "root/state"))
    sys.exit(subprocess.run(command).returncode)


def build(stage):
    for folder in ("usr/bin", "root", "home/mira/code/orders-api", "home/mira/code/tools", "home/mira/notebooks"):
        (stage / folder).mkdir(parents=True)
    interpreter = os.path.realpath(sys.executable)
    for name, _ in programs():
        shutil.copy(interpreter, stage / "usr/bin" / name)
    users = stage / "passwd"
    users.write_text("".join(f"{name}:x:{uid}:{uid}::{stage}/home/{name}:/bin/bash\n" for name, uid in USERS.items()))
    run("mount", "--bind", users, "/etc/passwd")


def await_all(reader, count):
    signal.signal(signal.SIGALRM, lambda *_: sys.exit("scene: the programs did not all start within 30 s"))
    signal.alarm(30)
    have = 0
    while have < count:
        have += len(os.read(reader, count))
    signal.alarm(0)


def ip(*arguments):
    run("ip", *arguments)


def run(*command):
    subprocess.run([str(word) for word in command], check=True)


def spawn(*command):
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    if not process.stdout.readline():
        sys.exit(f"scene: '{' '.join(map(str, command))}' did not start")
    return process


def free_folder(used):
    """A folder to mount over that holds nothing the command needs."""
    folders = (folder for folder in ("/srv", "/mnt", "/media", "/opt") if os.path.isdir(folder))
    return next(folder for folder in folders if not any(folder in path for path in used))


def main(command):
    """In new network and mount namespaces: lays the cable, then goes inside."""
    os.environ["SCENE_STAGE"] = free_folder([os.getcwd(), str(HERE), sys.base_prefix, *command, json.dumps(dict(os.environ))])
    me = sys.executable
    world = spawn("unshare", "--net", me, HERE, "outside")
    ip("link", "set", "lo", "up")
    ip("link", "add", "enp3s0", "type", "veth", "peer", "name", "cable", "netns", world.pid)
    ip("address", "add", f"{LAN}/24", "dev", "enp3s0")
    ip("link", "set", "enp3s0", "up")
    ip("route", "add", "default", "via", "192.168.1.1")
    pathlib.Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").write_text("0")
    world.stdin.write("go\n")
    world.stdin.flush()
    world.stdout.readline()
    stranger = spawn(me, HERE, "between")
    groups = make_groups()
    wrapped = ("unshare", "--pid", "--mount", "--uts", "--fork", "--mount-proc", "--kill-child", me, HERE, "inside", *command)
    code = subprocess.run(wrapped).returncode
    for process in (stranger, world):
        process.kill()
    remove_groups(groups)
    return code


def make_groups():
    """A control group for the scene, in a mount of our own; None where there is no version 2 of control groups."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="scene-"))
    if subprocess.run(["mount", "-t", "cgroup2", "cgroup2", folder], stderr=subprocess.DEVNULL).returncode != 0:
        folder.rmdir()
        return None
    groups = folder / folder.name
    groups.mkdir()
    os.environ["SCENE_GROUPS"] = str(groups)
    return groups


def remove_groups(groups):
    if groups is None:
        return
    for _ in range(50):  # the last processes may still be on their way out
        try:
            for folder, _, _ in os.walk(groups, topdown=False):
                os.rmdir(folder)
            break
        except OSError:
            time.sleep(0.1)
    run("umount", groups.parent)
    groups.parent.rmdir()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["play", name]:
            play(name)
        case ["outside"]:
            outside()
        case ["between"]:
            between()
        case ["inside", *command]:
            inside(command)
        case ["in-new-network", *command]:
            sys.exit(main(command))
        case [*command] if command:
            os.execvp("unshare", ["unshare", "--net", "--mount", sys.executable, str(HERE), "in-new-network", *command])
        case _:
            sys.exit(__doc__)
