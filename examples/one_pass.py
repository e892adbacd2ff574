"""A kernel with a bug, for the standard library alone: f32, and the variance as E[x²] - mean².

    ./bn-oracle conform -- python3 examples/one_pass.py
"""

import math
import sys
from pathlib import Path
from struct import pack, unpack

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src/subjects/python"))

from bn_subject import Subject

s = Subject("one-pass", "1.0", conventions={"epsilon_format": ["f32"]}, without=["empty"], numpy=False)


def f32(value):
    """What a float variable of C would hold."""
    try:
        return unpack("f", pack("f", value))[0]
    except OverflowError:
        return math.copysign(math.inf, value)


def total(values):
    result = 0.0
    for value in values:
        result = f32(result + value)
    return result


def blend(old, new, weight):
    return f32(f32(f32(1 - weight) * old) + f32(weight * new))


@s.training_forward(formats=["f32"], outputs=["y", "mean", "variance", "running_mean", "running_variance"])
def training(x, running_mean, running_variance, epsilon, momentum, channel_axis, variance_convention, gamma=None, beta=None):
    y, means, variances, new_means, new_variances = [0.0] * len(x.data), [], [], [], []
    for c, indices in enumerate(x.channels(channel_axis)):
        values, m = [x.data[i] for i in indices], len(indices)
        mean = f32(total(values) / m)
        variance = f32(f32(total(f32(v * v) for v in values) / m) - f32(mean * mean))  # the bug: it cancels
        inside = f32(variance + epsilon)
        r = f32(1 / f32(math.sqrt(inside))) if inside > 0 else math.nan
        for i, value in zip(indices, values):
            scaled = f32(f32(f32(value - mean) * r) * (gamma.data[c] if gamma else 1))
            y[i] = f32(scaled + (beta.data[c] if beta else 0))
        means.append(mean)
        variances.append(variance)
        kept = f32(variance * m / (m - 1)) if variance_convention == "sample" and m > 1 else variance
        new_means.append(blend(running_mean.data[c], mean, momentum))
        new_variances.append(blend(running_variance.data[c], kept, momentum))
    return y, means, variances, new_means, new_variances


s.run()
