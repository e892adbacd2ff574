"""Darknet of Debian 12: the forward pass adds 1e-6 to the standard deviation, the backward pass 1e-5 to the variance, so that
the gradient is not that of the function. Needs Debian's darknet; exit code 1 where it shows."""

import ctypes
import math
import sys

darknet = ctypes.CDLL("/usr/lib/darknet/libdarknet.so")
floats = lambda *values: (ctypes.c_float * len(values))(*values)
x, dy = [-2.0**-10, -2.0**-10, 2.0**-10, 2.0**-10], [1.0, 0.0, 0.0, 0.0]
shape = 4, 1, 1  # samples, channels, values of a channel
data, delta, mean, variance, dmean, dvariance = floats(*x), floats(*dy), floats(0), floats(0), floats(0), floats(0)
darknet.mean_cpu(data, *shape, mean)
darknet.variance_cpu(data, mean, *shape, variance)
darknet.mean_delta_cpu(delta, variance, *shape, dmean)
darknet.variance_delta_cpu(data, delta, mean, variance, *shape, dvariance)
darknet.normalize_delta_cpu(data, mean, variance, dmean, dvariance, *shape, delta)
got = delta[0]

# dx of the forward pass, y = (x - mean) / (s + 1e-6) with s² = Σ (x - mean)² / 3, by hand; the mean is 0 and ds/dx = x / 3s
s = math.sqrt(sum(v * v for v in x) / 3)
exact = (dy[0] - sum(dy) / 4) / (s + 1e-6) - sum(d * v for d, v in zip(dy, x)) * x[0] / (3 * s) / (s + 1e-6) ** 2
bound = 64 * 2.0**-24 * abs(exact)
print(f"dx {got!r}, the derivative of its forward pass {exact!r} within {bound!r}")
sys.exit(abs(got - exact) > bound)
