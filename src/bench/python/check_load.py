#!/usr/bin/env python3
"""Holds the log of load.py against the machine: check_load.py LOG, as the user of the load or root, in its network, while nothing changes.

Walks all of /proc on its own. Prints what differs and ends with 1 if anything does.
"""

import collections
import os
import sys


def told(log):
    holders = collections.defaultdict(set)
    with open(log) as lines:
        for line in lines:
            _, _, sign, inode, pid = line.split()
            (holders[int(inode)].add if sign == "+" else holders[int(inode)].remove)(int(pid))
    return {inode: pids for inode, pids in holders.items() if pids}


def listed():
    """The inodes in the socket tables of this network, by kind of table."""
    inodes = {}
    for name in ("tcp", "tcp6", "udp", "udp6"):
        with open(f"/proc/net/{name}") as table:
            next(table)
            for line in table:
                inodes[int(line.split()[9])] = name
    inodes.pop(0, None)
    return inodes


def held(inodes):
    holders = collections.defaultdict(set)
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            for fd in os.listdir(f"/proc/{pid}/fd"):
                target = os.readlink(f"/proc/{pid}/fd/{fd}")
                if target.startswith("socket:[") and int(target[8:-1]) in inodes:
                    holders[int(target[8:-1])].add(int(pid))
        except OSError:
            pass  # it ended, or is not ours
    return dict(holders)


def main():
    truth, inodes = told(sys.argv[1]), listed()
    seen = held(inodes)
    for inode in sorted(truth.keys() | seen.keys()):
        if truth.get(inode) != seen.get(inode):
            print(f"socket {inode} ({inodes.get(inode)}): the log says {truth.get(inode)}, /proc {seen.get(inode)}")
    unheld = inodes.keys() - seen.keys()
    several = sum(len(pids) > 1 for pids in truth.values())
    kinds = dict(collections.Counter(inodes.values()))
    print(f"{len(truth)} sockets in the log, {len(seen)} in /proc, {several} shared, {len(unheld)} held by nobody, {kinds}")
    sys.exit(truth != seen or bool(unheld))


if __name__ == "__main__":
    main()
