"""A sound NumPy kernel: the two-pass variance, training and inference, forward and backward. Needs NumPy.

    ./bn-oracle conform -- python3 examples/numpy_two_pass.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src/subjects/python"))

import numpy as np
from bn_subject import Subject

s = Subject("numpy-two-pass", np.__version__, algorithm_class="two-pass")
np.seterr(all="ignore")  # NaN and the infinities are results here


def channels_last(x, axis):
    """x as a matrix with a column for each channel."""
    return np.moveaxis(x, axis, -1).reshape(-1, x.shape[axis])


def like(x, axis, columns):
    """The matrix, back in the shape of x."""
    moved = x.shape[:axis] + x.shape[axis + 1:] + x.shape[axis:axis + 1]
    return np.moveaxis(columns.reshape(moved), -1, axis)


def mean_of(columns):
    return np.add.reduce(columns, axis=0) / np.float32(len(columns)) if len(columns) else np.full(columns.shape[1], np.nan)


@s.training_forward(formats=["f32", "f64"])
def training(x, epsilon, channel_axis, gamma=1, beta=0, running_mean=None, running_variance=None,
             momentum=None, variance_convention=None):
    columns = channels_last(x, channel_axis)
    m = len(columns)
    mean = mean_of(columns)
    variance = mean_of((columns - mean) ** 2)
    inverse_std = 1 / np.sqrt(variance + epsilon)
    outputs = {
        "y": like(x, channel_axis, (columns - mean) * inverse_std * gamma + beta),
        "mean": mean, "variance": variance, "inverse_std": inverse_std}
    if running_mean is not None and m == 0:
        outputs.update(running_mean=running_mean, running_variance=running_variance)
    elif running_mean is not None:
        new = variance * m / (m - 1) if variance_convention == "sample" and m > 1 else variance
        outputs["running_mean"] = (1 - momentum) * running_mean + momentum * mean
        outputs["running_variance"] = (1 - momentum) * running_variance + momentum * new
    return outputs


@s.inference_forward(formats=["f32", "f64"])
def inference(x, running_mean, running_variance, epsilon, channel_axis, gamma=1, beta=0):
    columns = channels_last(x, channel_axis)
    r = 1 / np.sqrt(running_variance + epsilon)
    return like(x, channel_axis, (columns - running_mean) * r * gamma + beta)


@s.training_backward(formats=["f32", "f64"])
def training_gradients(x, dy, epsilon, channel_axis, gamma=1, dmean=0, dvariance=0):
    columns, dy = channels_last(x, channel_axis), channels_last(dy, channel_axis)
    deviation = columns - mean_of(columns)
    r = 1 / np.sqrt(mean_of(deviation ** 2) + epsilon)
    dgamma = np.add.reduce(dy * (deviation * r), axis=0)
    centred = dy - mean_of(dy) - deviation * r * mean_of(dy * (deviation * r))
    dx = gamma * r * centred + (dmean + 2 * deviation * dvariance) / max(len(columns), 1)
    return like(x, channel_axis, dx), dgamma, np.add.reduce(dy, axis=0)


@s.inference_backward(formats=["f32", "f64"])
def inference_gradients(x, dy, running_mean, running_variance, epsilon, channel_axis, gamma=1):
    columns, upstream = channels_last(x, channel_axis), channels_last(dy, channel_axis)
    r = 1 / np.sqrt(running_variance + epsilon)
    dgamma = np.add.reduce(upstream * ((columns - running_mean) * r), axis=0)
    return like(x, channel_axis, gamma * r * upstream), dgamma, np.add.reduce(upstream, axis=0)


s.run()
