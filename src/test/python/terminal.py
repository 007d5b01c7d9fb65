"""Runs a program on a real terminal, types keys once it asks, and prints all it wrote and, as a last line, its exit code.

terminal.py WHERE KEYS COMMAND...

WHERE  both, or what is no terminal: in (a file without an end of line), out (a pipe)
KEYS   what is typed at the first question, escapes as in Python; nothing is typed if it is empty
"""
import codecs
import os
import pty
import select
import sys
import time

where, keys, *command = sys.argv[1:]
keys = codecs.decode(keys, "unicode_escape").encode()
out, inner = os.pipe()
pid, terminal = pty.fork()
if pid == 0:
    if where == "in":
        os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
    if where == "out":
        os.dup2(inner, 1)
    os.close(inner)
    os.close(out)
    os.execvp(command[0], command)
os.close(inner)

said = b""
end = time.monotonic() + 90
open_ends = {terminal, out}
while open_ends:
    left = end - time.monotonic()
    ready = select.select(list(open_ends), [], [], max(left, 0))[0]
    if not ready:
        sys.exit(f"no end after 90 s of {said!r}")
    for source in ready:
        try:
            read = os.read(source, 4096)
        except OSError:  # Linux says so when the last one has left the terminal
            read = b""
        if read:
            said += read
        else:
            open_ends.discard(source)
    if keys and (b"[Y/n] " in said or b"[y/N] " in said):
        os.write(terminal, keys)
        keys = b""
sys.stdout.write(said.decode().replace("\r\n", "\n"))
print(f"\nexit {os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}")
