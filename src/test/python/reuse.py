"""Makes processes with a chosen number, inside a pid namespace of its own. Each of them in turn is the only holder of one listening socket, and
answers every line of a client with the same line.

Prints the port and the inode of the socket, then answers lines:
  spawn      forks a process, prints its pid
  respawn    ends that process, reaps it, forks another one under the same number where the kernel lets it, prints its pid
  state      prints "alive", or the signal that ended the process
  end        ends the process, if it still lives
"""
import os
import select
import signal
import socket
import sys
import time

server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()
print(server.getsockname()[1], os.fstat(server.fileno()).st_ino, flush=True)
# Between two processes the socket lives as a message that nobody has read, so that no descriptor of this process shows it.
keep, unread = socket.socketpair()
socket.send_fds(keep, [b"."], [server.fileno()])
server.close()
# A process proves that it lives by answering: a signal that ends it would come first. The interpreter's C handler writes the answer, as the
# one in Python would come only after the interpreter's next step.
answers, answer = os.pipe()
os.set_blocking(answer, False)
signal.set_wakeup_fd(answer)
signal.signal(signal.SIGUSR1, lambda *_: None)


def serve(listener):
    while True:
        connection, _ = listener.accept()
        with connection:
            while line := connection.recv(1024):
                connection.sendall(line)


def fork():
    _, [held], _, _ = socket.recv_fds(unread, 1, 1)
    socket.send_fds(keep, [b"."], [held])
    pid = os.fork()
    if pid == 0:
        serve(socket.socket(fileno=held))
    os.close(held)
    return pid


def end(pid):
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def stat_start(pid):
    with open(f"/proc/{pid}/stat", "rb") as stat:
        return stat.read().rpartition(b") ")[2].split()[19]


def respawn(pid):
    # The start time counts in hundredths of a second: within one of them no two processes can be told apart, and only a test can make the
    # kernel hand out the same number that soon.
    before = stat_start(pid)
    while True:
        born = os.fork()
        if born == 0:
            os._exit(0)
        ticks = stat_start(born)
        os.waitpid(born, 0)
        if ticks != before:
            break
        time.sleep(0.002)
    end(pid)
    with open("/proc/sys/kernel/ns_last_pid", "w") as last:
        last.write(str(pid - 1))
    return fork()


child = 0
for line in sys.stdin:
    word = line.strip()
    if word == "spawn":
        child = fork()
        print(child, flush=True)
    elif word == "respawn":
        child = respawn(child)
        print(child, flush=True)
    elif word == "state":
        os.kill(child, signal.SIGUSR1)
        lives = select.select([answers], [], [], 5)[0] and os.read(answers, 1)
        print("alive" if lives else f"ended by signal {os.waitpid(child, 0)[1]}", flush=True)
        child = child if lives else 0
    elif word == "end":
        if child:
            end(child)
        print("ended", flush=True)
