"""Another program on the same X display, which destroys a window that is not its own.

destroying.py NUMBER
"""
import ctypes
import sys

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
display = ctypes.c_void_p(x11.XOpenDisplay(None))
x11.XDestroyWindow(display, ctypes.c_ulong(int(sys.argv[1])))
x11.XCloseDisplay(display)
