#!/usr/bin/env python3
"""Runs commands and tells what each cost, its own cost left out.

Reads lines that each hold a command as a JSON array: `["LIMIT", "PROGRAM", ...]`. It gets no input; its output is dropped, or counted where LIMIT
begins with `=`. Answers each with `EXIT WALL CPU LINES`, both in microseconds; a command that takes longer than LIMIT seconds is ended, and its
exit is -9. `["psutil"]` stands for psutil's table of connections, read by this process: EXIT is 127 where psutil is not installed.
"""

import json
import os
import signal
import sys
import threading
import time


def run(limit, *command):
    counted = limit.startswith("=")
    limit = float(limit.lstrip("="))
    readable, writable = os.pipe() if counted else (None, os.open(os.devnull, os.O_WRONLY))
    actions = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_DUP2, writable, 1), (os.POSIX_SPAWN_DUP2, writable, 2)]
    begun = time.monotonic_ns()
    try:
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    except OSError:
        return 127, 0, 0, 0
    finally:
        os.close(writable)
    timer = threading.Timer(limit, os.kill, (pid, signal.SIGKILL))
    timer.start()
    lines = count(readable) if counted else 0
    # The child is waited for without being reaped first, so that the timer never meets a number that is in use again.
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    wall = time.monotonic_ns() - begun
    timer.cancel()
    _, status, used = os.wait4(pid, 0)
    return os.waitstatus_to_exitcode(status), wall // 1_000, round((used.ru_utime + used.ru_stime) * 1e6), lines


def count(readable):
    with os.fdopen(readable, "rb") as output:
        return sum(1 for _ in output)


def psutil():
    try:
        import psutil as module
    except ImportError:
        return 127, 0, 0, 0
    begun, used = time.monotonic_ns(), time.thread_time_ns()
    rows = module.net_connections("inet")
    return 0, (time.monotonic_ns() - begun) // 1_000, (time.thread_time_ns() - used) // 1_000, len(rows)


for line in sys.stdin:
    words = json.loads(line)
    print(*(psutil() if words == ["psutil"] else run(*words)), flush=True)
