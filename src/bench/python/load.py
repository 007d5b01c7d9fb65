#!/usr/bin/env python3
"""Holds a number of loopback sockets open in a number of processes, changes some of them on command, and logs the truth of who holds what.

    load.py --sockets N --processes K --log FILE [--unix U] [--seed S] [--seconds T]

Of N sockets 80 % are ends of TCP connections, 10 % listeners (some of them shared by several processes), 7.5 % UDP, 2.5 % ends of connections of
IPv6 sockets over IPv4; beside them U abstract unix sockets, which nobody counts. Prints `ready` when all are there. Lines on standard input:

    churn COUNT            changes COUNT sockets, then prints `churned ...`; nothing changes at other times
    every MILLIS COUNT     goes on changing COUNT sockets every so often, until the next line; for measuring under churn

Of the changes 85 % close a socket and open one of the same kind, 5 % fork a process that inherits a listener (or end such a process), 5 % hand a
socket to another process (SCM_RIGHTS), 5 % go with a process that ends, in whose place another one starts; as many as it held are then saved up for.

The log has one line for every socket that a process got or lost, flushed before the answer: `FROM TO +|- INODE PID`. It happened between the
two times, which count nanoseconds of CLOCK_MONOTONIC. Ends, with all its processes, when standard input does, and after T seconds anyhow.
"""

import argparse
import collections
import ctypes
import os
import random
import resource
import select
import signal
import socket
import sys
import time

import member

PR_SET_CHILD_SUBREAPER = 36  # include/uapi/linux/prctl.h
LISTENER, DATAGRAM, PAIR, MAPPED = range(4)
OTHERS = 64  # descriptors of a process beside its sockets
AT_ONCE = 16  # processes at work at a time


class Held:
    """A socket of the load. `holders` maps each process that has it to the descriptor there; `peer` is the other end of a connection."""

    __slots__ = ("inode", "kind", "peer", "holders", "place")

    def __init__(self, inode, kind):
        self.inode, self.kind, self.peer, self.holders = inode, kind, None, {}


class Process:

    __slots__ = ("control", "pid", "slot", "child", "sockets")

    def __init__(self, control, pid, slot, child):
        self.control, self.pid, self.slot, self.child, self.sockets = control, pid, slot, child, {}

    def listener(self):
        """The descriptor of a listener that only this process has; -1 if there is none."""
        return next((fd for held, fd in self.sockets.items() if held.kind == LISTENER and len(held.holders) == 1), -1)


class Truth:
    """Who holds what, in memory and in the log."""

    def __init__(self, path):
        self.log = open(path, "w")
        self.all = []
        self.since = 0

    def begin(self):
        self.since = time.monotonic_ns()

    def note(self, sign, inode, pid):
        self.log.write(f"{self.since} {time.monotonic_ns()} {sign} {inode} {pid}\n")

    def gain(self, held, process, fd):
        if not held.holders:
            held.place = len(self.all)
            self.all.append(held)
        held.holders[process] = fd
        process.sockets[held] = fd
        self.note("+", held.inode, process.pid)

    def lose(self, held, process):
        """Forgets a holder; True if it was the last one."""
        del held.holders[process], process.sockets[held]
        self.note("-", held.inode, process.pid)
        if held.holders:
            return False
        last = self.all.pop()
        if last is not held:
            self.all[held.place] = last
            last.place = held.place
        return True


class Load:

    def __init__(self, count, processes, unix, truth, chance):
        self.truth, self.chance, self.unix = truth, chance, spread(unix, processes)
        self.members, self.children = [], []
        self.missing = collections.Counter()
        self.saved = count // processes // 2
        self.limit = limit(count, processes, max(self.unix) + OTHERS)
        for slot in range(processes):
            self.members.append(self.start(slot))
        self.fill(count)
        self.share(max(2, count // 1_000))

    # ---- processes

    def start(self, slot):
        mine, theirs = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            member.close_others(theirs.fileno())
            member.run(theirs, address(slot), self.unix[slot])
        theirs.close()
        word, said = member.receive(mine)
        if word != "ready":
            raise OSError(said)
        return Process(mine, said, slot, False)

    def ask(self, orders):
        """Gives each process its order and returns the answers; several work at a time."""
        orders, answers = list(orders), []
        for i in range(0, len(orders), AT_ONCE):
            some = orders[i:i + AT_ONCE]
            for process, order in some:
                member.send(process.control, order)
            answers += [answer(process) for process, _ in some]
        return answers

    # ---- opening and closing

    def fill(self, count):
        mapped = int(count * 0.025) // 2 if has_ipv6() else 0
        listeners = count // 10
        pairs = (count - listeners - int(count * 0.075)) // 2 - mapped
        datagrams = count - listeners - 2 * (pairs + mapped)
        shares = [spread(each, len(self.members)) for each in (listeners, datagrams, pairs, mapped)]
        self.open((process, list(kinds)) for process, *kinds in zip(self.members, *shares))

    def open(self, wishes):
        wishes = [(process, kinds) for process, kinds in wishes if any(kinds)]
        self.truth.begin()
        orders = ((process, ["open", *kinds, process.listener()]) for process, kinds in wishes)
        for (process, kinds), (listeners, datagrams, pairs, passing) in zip(wishes, self.ask(orders)):
            for kind, made in ((LISTENER, listeners), (DATAGRAM, datagrams)):
                for fd, inode in made:
                    self.truth.gain(Held(inode, kind), process, fd)
            for i, pair in enumerate(pairs):
                self.opened(process, PAIR if i < kinds[PAIR] else MAPPED, *pair)
            for inode in passing:
                self.truth.note("+", inode, process.pid)
                self.truth.note("-", inode, process.pid)

    def opened(self, process, kind, client_fd, client_inode, served_fd, served_inode):
        client, served = Held(client_inode, kind), Held(served_inode, kind)
        client.peer, served.peer = served, client
        self.truth.gain(client, process, client_fd)
        self.truth.gain(served, process, served_fd)

    def close(self, losses):
        """Closes each given socket in each given process."""
        by_process = collections.defaultdict(list)
        for held, process in losses:
            by_process[process].append(held.holders[process])
        self.truth.begin()
        self.ask((process, ["close", fds]) for process, fds in by_process.items())
        for held, process in losses:
            self.truth.lose(held, process)

    # ---- changes

    def churn(self, count):
        done = collections.Counter()
        special = max(1, count // 20) if count > 1 else 0
        ordinary = count - 3 * special if special else count
        # Descriptors that a hand-over or an end sets free are taken again in the same step, and the other way round.
        done["reopened"] += self.reopen(ordinary // 2)
        for _ in range(special):
            done["handed"] += self.hand_over()
            done[self.fork_or_end()] += 1
        self.saved += special
        done["exited"] += self.end_process()
        done["reopened"] += self.reopen(ordinary - ordinary // 2)
        self.truth.log.flush()
        return done

    def reopen(self, count):
        losses, wishes, taken = [], {}, set()
        tries = 4 * count + 16
        while count > len(taken) and tries:
            tries -= 1
            held = self.chance.choice(self.truth.all)
            holders = [process for process in held.holders if not process.child]
            if held in taken or not holders:
                continue
            process = holders[0]
            taken.add(held)
            losses.append((held, process))
            if held.peer:
                taken.add(held.peer)
                losses += [(held.peer, each) for each in held.peer.holders]
            if len(held.holders) == 1:
                wishes.setdefault(process, [0] * 4)[held.kind] += 1
        self.make_up(wishes)
        self.close(losses)
        self.open(wishes.items())
        return len(taken)

    def make_up(self, wishes):
        """For sockets that went with the last process of several that held them."""
        for kind in self.missing.elements():
            wishes.setdefault(self.chance.choice(self.members), [0] * 4)[kind] += 1
        self.missing.clear()

    def hand_over(self):
        """True if a socket that one process held is now held by another one."""
        for _ in range(20):
            held = self.chance.choice(self.truth.all)
            giver = next(iter(held.holders))
            taker = self.chance.choice(self.members)
            if len(held.holders) == 1 and not giver.child and taker is not giver and len(taker.sockets) < self.limit:
                self.give(held, giver, taker, False)
                return True
        return False

    def give(self, held, giver, taker, keep):
        self.truth.begin()
        member.send(giver.control, ["give", held.holders[giver], keep])
        travelling = member.receive_descriptor(giver.control)
        answer(giver)
        member.send(taker.control, ["take"])
        member.send_descriptor(taker.control, travelling)
        fd, inode = answer(taker)
        os.close(travelling)
        assert inode == held.inode
        self.truth.gain(held, taker, fd)
        if not keep:
            self.truth.lose(held, giver)

    def share(self, count):
        """Lets several processes have the same listener, as servers do that fork before they serve."""
        listeners = [held for held in self.truth.all if held.kind == LISTENER]
        for held in self.chance.sample(listeners, min(count, len(listeners))):
            giver = next(iter(held.holders))
            others = [each for each in self.chance.sample(self.members, min(4, len(self.members))) if each is not giver]
            for taker in others[:3]:
                self.give(held, giver, taker, True)

    def fork_or_end(self):
        most = max(2, len(self.members) // 4)
        if self.children and (len(self.children) >= most or self.chance.random() < 0.4):
            child = self.children.pop(self.chance.randrange(len(self.children)))
            self.leave(child)
            return "ended"
        self.children.append(self.fork())
        return "forked"

    def fork(self):
        listeners = []
        while not listeners:
            parent = self.chance.choice(self.members)
            listeners = [held for held in parent.sockets if held.kind == LISTENER]
        held = self.chance.choice(listeners)
        mine, theirs = socket.socketpair()
        self.truth.begin()
        member.send(parent.control, ["fork", parent.sockets[held]])
        member.send_descriptor(parent.control, theirs.fileno())
        theirs.close()
        answer(parent)
        pid, fd, inode = member.receive(mine)
        assert inode == held.inode
        child = Process(mine, pid, parent.slot, True)
        self.truth.gain(held, child, fd)
        return child

    def end_process(self):
        """Ends a process if enough changes are saved up for all its sockets, and starts another one with as many."""
        at = self.chance.randrange(len(self.members))
        leaving = self.members[at]
        if self.saved < max(1, len(leaving.sockets)):
            return 0
        kinds = [0] * 4
        losses = []
        for held in leaving.sockets:
            if held.peer:
                # A connection counts where its client is, and never lives on without the other end.
                kinds[held.kind] += 0.5 if held.peer in leaving.sockets else 1
                losses += [(held.peer, each) for each in held.peer.holders if each is not leaving]
            elif len(held.holders) == 1:
                kinds[held.kind] += 1
        self.saved -= len(leaving.sockets) + len(losses)
        self.close(losses)
        before = self.missing.copy()
        self.leave(leaving)
        self.missing = before  # what it alone held is opened in its successor
        self.members[at] = self.start(leaving.slot)
        self.open([(self.members[at], [int(each) for each in kinds])])
        return 1

    def leave(self, process):
        """Lets a process end, and waits until it has."""
        self.truth.begin()
        pidfd = os.pidfd_open(process.pid)
        process.control.close()
        member.wait_for_end(pidfd)
        for held in list(process.sockets):
            if self.truth.lose(held, process):
                self.missing[held.kind] += 1


def answer(process):
    said = member.receive(process.control)
    if said is None or said[:1] == ["fault"]:
        raise OSError(f"process {process.pid} of the load: {said[1] if said else 'it ended'}")
    return said


def spread(count, parts):
    """How many each part gets."""
    return [count * (i + 1) // parts - count * i // parts for i in range(parts)]


def address(slot):
    return f"127.{1 + slot // 62_500}.{slot // 250 % 250}.{1 + slot % 250}"


def has_ipv6():
    try:
        with socket.socket(socket.AF_INET6) as end:
            end.bind(("::ffff:127.0.0.1", 0))
        return True
    except OSError:
        return False


def limit(count, processes, others):
    """How many sockets of the load a process may come to hold; raises the limit of descriptors for that. The share of each is the least."""
    share = count // processes + 1
    descriptors = raise_limit(max(share * 2 + 512 + others, processes * 2 + OTHERS))
    most = descriptors - others
    if most < share * 1.1 or descriptors < processes * 1.25 + OTHERS:
        sys.exit(f"load: a process may have {descriptors} descriptors, so {processes} processes can hold {int(most / 1.1) * processes} sockets at"
                 f" most, and there can be {int((descriptors - OTHERS) / 1.25)} processes.")
    return most


def raise_limit(need):
    """Lets every process have so many descriptors, or as many as may be: only a privileged one goes beyond the hard limit (setrlimit(2))."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    for most in (need, min(need, hard)):
        if soft < most:
            try:
                resource.setrlimit(resource.RLIMIT_NOFILE, (most, max(most, hard)))
                return most
            except (ValueError, OSError):
                pass
    return max(soft, 0)


def serve(load):
    period = pending = None
    while True:
        if period is None or select.select([sys.stdin], [], [], period)[0]:
            words = sys.stdin.readline().split()
            if not words:
                return
            period = None
            if words[0] == "churn":
                done = load.churn(int(words[1]))
                print("churned", *(f"{key}={done[key]}" for key in sorted(done)), f"sockets={len(load.truth.all)}", flush=True)
            elif words[0] == "every":
                period, pending = int(words[1]) / 1_000, int(words[2])
        else:
            load.churn(pending)


def main():
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--sockets", type=int, required=True)
    parser.add_argument("--processes", type=int, required=True)
    parser.add_argument("--log", required=True)
    parser.add_argument("--unix", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=3_600)
    wanted = parser.parse_args()
    if not 10 <= wanted.sockets <= 2_000_000 or not 1 <= wanted.processes <= min(4_000, wanted.sockets):
        parser.error("between 10 and 2,000,000 sockets, and between 1 and 4,000 processes, but not more than sockets")
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    member.ignore_children()
    signal.alarm(wanted.seconds)
    load = Load(wanted.sockets, wanted.processes, wanted.unix, Truth(wanted.log), random.Random(wanted.seed))
    load.truth.log.flush()
    print("ready", len(load.truth.all), flush=True)
    serve(load)
    for process in load.members + load.children:
        process.control.close()
    try:
        while True:
            os.wait()
    except ChildProcessError:
        pass


if __name__ == "__main__":
    main()
