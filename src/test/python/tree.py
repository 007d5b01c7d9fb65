"""A process without a socket and a child of it; prints both numbers and lives until it is asked to end, the child for two minutes at most.

tree.py [stubborn]   stubborn: both ignore SIGTERM
"""
import os
import signal
import sys

if "stubborn" in sys.argv:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = os.fork()
if child == 0:
    # Nobody waits for it: it ends by itself should the test fail.
    signal.alarm(120)
    while True:
        signal.pause()
print(os.getpid(), child, flush=True)
while True:
    signal.pause()
