"""Darknet of Debian 12: in training the sample variance normalizes, with a NaN where there is one value a channel. Needs
Debian's darknet; exit code 1 where it shows."""

import ctypes
import sys

darknet = ctypes.CDLL("/usr/lib/darknet/libdarknet.so")
floats = lambda *values: (ctypes.c_float * len(values))(*values)


def variance(*x):
    data, mean, got = floats(*x), floats(0), floats(0)
    darknet.mean_cpu(data, len(x), 1, 1, mean)
    darknet.variance_cpu(data, mean, len(x), 1, 1, got)
    return got[0]


two, one = variance(0, 2), variance(3)
print(f"variance of 0, 2 {two!r}, exact 1.0; of 3 {one!r}, exact 0.0")
sys.exit(two != 1 or one != 0)
