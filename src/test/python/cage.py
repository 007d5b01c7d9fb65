"""A small machine to run real supervisors in: processes, mounts, network and control groups of its own. As root.

Its first process only buries the dead. The second does what lines of JSON on its input ask, and answers each with a line:
  {"do": "run", "words": [...], "seconds": N}      runs a command: code, out, err
  {"do": "start", "words": [...], "group": "..."}  starts one that goes on, in a control group of that path: pid, and where its output goes
  {"do": "bind", "port": N}                        binds the port itself, on 0.0.0.0 and on ::, without options: free, why not
  {"do": "holders", "port": N}                     who has a listener at the port among its descriptors: pid, start time and name of each
  {"do": "processes"}                              everybody else in here, likewise
  {"do": "signal", "pid": N, "start": N, "signal": N}
When its input ends, the kernel ends all that runs in here, and the control groups are removed.
"""
import errno
import json
import os
import pathlib
import socket
import subprocess
import sys
import time

GROUPS = pathlib.Path("/sys/fs/cgroup")
ENOUGH = 5  # seconds for the kernel to end the last process


# ---- outside


def cgroup2():
    for line in pathlib.Path("/proc/self/mountinfo").read_text().splitlines():
        left, right = line.split(" - ")
        if right.split()[0] == "cgroup2":
            return pathlib.Path(left.split()[4])
    sys.exit("no cgroup2 is mounted")


def outside():
    group = cgroup2() / f"quaywatch-cage-{os.getpid()}"
    group.mkdir()
    try:
        child = os.fork()
        if child == 0:
            (group / "cgroup.procs").write_text("0")
            os.execvp("unshare", ["unshare", "--cgroup", "--mount", "--net", "--pid", "--fork", "--mount-proc", "--kill-child",
                                  sys.executable, __file__, "inside"])
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    finally:
        remove(group)
    sys.exit(code)


def remove(group):
    until = time.monotonic() + ENOUGH
    while group.exists():
        try:
            for folder, _, _ in os.walk(group, topdown=False):
                os.rmdir(folder)
        except OSError:  # still somebody in it
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


# ---- the first process


def inside():
    for command in (["mount", "--make-rprivate", "/"], ["mount", "-t", "tmpfs", "cage", "/run"], ["ip", "link", "set", "lo", "up"],
                    ["umount", "-R", str(GROUPS)], ["mount", "-t", "cgroup2", "cage", str(GROUPS)]):
        subprocess.run(command, check=True)
    for folder in ("/run/user/0", "/run/systemd/system", "/run/home"):
        os.makedirs(folder)
    os.chmod("/run/user/0", 0o700)
    enter("init.scope")
    os.environ.update(HOME="/run/home", XDG_RUNTIME_DIR="/run/user/0", XDG_CONFIG_HOME="/run/home/.config",
                      XDG_STATE_HOME="/run/home/.local/state")
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    worker = os.fork()
    if worker == 0:
        serve()
        os._exit(0)
    while os.wait()[0] != worker:
        pass


def enter(group):
    folder = GROUPS / group
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cgroup.procs").write_text("0")


# ---- the second process


STARTED = []


def serve():
    print(json.dumps({"python": sys.executable}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        answer = globals()["do_" + asked.pop("do")](**asked)
        for process in STARTED:
            process.poll()
        print(json.dumps(answer), flush=True)


def do_run(words, seconds):
    try:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired as late:
        return {"code": -1, "out": text(late.stdout), "err": text(late.stderr) + f"\nno end within {seconds} s"}
    except OSError as wrong:
        return {"code": -1, "out": "", "err": str(wrong)}
    return {"code": done.returncode, "out": text(done.stdout), "err": text(done.stderr)}


def text(data):
    return (data or b"").decode(errors="replace")


def do_start(words, group):
    path = f"/run/output-{len(STARTED)}"
    with open(path, "wb") as output:
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
                                   preexec_fn=(lambda: enter(group)) if group else None)
    STARTED.append(process)
    return {"pid": process.pid, "output": path}


def do_bind(port):
    for family, address in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")):
        with socket.socket(family) as trial:
            if family == socket.AF_INET6:
                trial.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            try:
                trial.bind((address, port))
            except OSError as wrong:
                return {"free": False, "why": f"{address}: {errno.errorcode[wrong.errno]}"}
    return {"free": True, "why": ""}


def do_holders(port):
    inodes = set()
    for table in ("tcp", "tcp6"):
        for line in pathlib.Path("/proc/self/net", table).read_text().splitlines()[1:]:
            words = line.split()
            if words[3] == "0A" and int(words[1].rpartition(":")[2], 16) == port:
                inodes.add(f"socket:[{words[9]}]")
    return {"found": [who for who in do_processes()["found"] if inodes & links(who["pid"])]}


def links(pid):
    found = set()
    try:
        for entry in os.scandir(f"/proc/{pid}/fd"):
            try:
                found.add(os.readlink(entry.path))
            except OSError:
                pass
    except OSError:
        pass
    return found


def do_processes():
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit() and int(entry) not in (1, os.getpid()):
            try:
                name, fields = stat(entry)
            except OSError:
                continue
            if fields[0] != "Z":
                found.append({"pid": int(entry), "start": int(fields[19]), "name": name})
    return {"found": sorted(found, key=lambda who: who["pid"])}


def stat(pid):
    head, _, tail = pathlib.Path("/proc", str(pid), "stat").read_text(errors="replace").rpartition(") ")
    return head.partition("(")[2], tail.split()


def do_signal(pid, start, signal):
    if int(stat(pid)[1][19]) != start:
        return {"sent": False}
    os.kill(pid, signal)
    return {"sent": True}


inside() if sys.argv[1:] == ["inside"] else outside()
