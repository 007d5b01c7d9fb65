"""Starts at_port.py again whenever it ends.

keeper.py PORT [TIMES]   at most so many times
"""
import os
import subprocess
import sys

# By its file: Python does not know its own where this was started under another name.
python = os.readlink("/proc/self/exe")
child = os.path.join(os.path.dirname(os.path.abspath(__file__)), "at_port.py")
for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 5):
    subprocess.run([python, child, sys.argv[1]])
