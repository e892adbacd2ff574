"""Darknet of Debian 12: to load its library makes subnormal values zero, for all of the process. Needs Debian's darknet; exit
code 1 where it shows."""

import ctypes
import sys

half = float("0.5")
before = repr(sys.float_info.min * half)  # as text, which nothing flushes
ctypes.CDLL("/usr/lib/darknet/libdarknet.so")
after = repr(sys.float_info.min * half)
print(f"2^-1022 / 2 before {before}, after {after}")
sys.exit(after != before)
