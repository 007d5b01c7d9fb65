"""A process without a socket and a child of it; prints both numbers and lives until it is asked to end.

tree.py [stubborn]   stubborn: both ignore SIGTERM
"""
import os
import signal
import sys

if "stubborn" in sys.argv:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = os.fork()
if child == 0:
    # At the latest it ends with the test, which holds the other end of its input.
    while os.read(0, 1):
        pass
    sys.exit()
print(os.getpid(), child, flush=True)
while True:
    signal.pause()
