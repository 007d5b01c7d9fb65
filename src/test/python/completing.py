"""Types a beginning and Tab into a real, interactive zsh and prints the line that zsh makes of it.

completing.py FOLDER TEXT    FOLDER holds the function _quaywatch
"""
import os
import pty
import re
import select
import sys
import time

folder, text = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    os.environ.update(TERM="dumb", PS1="ready> ", HOME=folder)
    os.execvp("zsh", ["zsh", "-f", "-i"])
said = ""


def type_in(line):
    os.write(terminal, line.encode())


def read_until(pattern, limit=60):
    """Reads until the pattern occurs in what came since the last call."""
    global said
    end = time.monotonic() + limit
    while not (found := re.search(pattern, said)):
        left = end - time.monotonic()
        if left <= 0 or not select.select([terminal], [], [], left)[0]:
            sys.exit(f"zsh did not say {pattern!r} but {said!r}")
        said += os.read(terminal, 4096).decode(errors="replace")
    said = ""
    return found


# What is waited for is put together by the shell, so that the echo of what is typed is not taken for it.
read_until(r"ready> ")
type_in(f"fpath=({folder} $fpath); autoload -Uz compinit; compinit -u -d {folder}/dump; echo all-''set\n")
read_until(r"all-set")
# What Tab makes of the line is shown by running it: the program is a function that prints its words.
type_in("quaywatch() { print -r -- 'wor''ds:' \"$@\" ':e''nd' }; echo all-''known\n")
read_until(r"all-known")
type_in(text + "\t\n")
print(read_until(r"words: (.*?) :end").group(1))
type_in("exit\n")
os.waitpid(pid, 0)
