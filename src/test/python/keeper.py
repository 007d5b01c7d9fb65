"""Starts at_port.py again whenever it ends.

keeper.py PORT [TIMES]   at most so many times
"""
import os
import subprocess
import sys

child = os.path.join(os.path.dirname(os.path.abspath(__file__)), "at_port.py")
for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 5):
    # Not sys.executable, which is wrong where this was started under another name.
    subprocess.run(["python3", child, sys.argv[1]])
