"""tinygrad's BatchNorm layer on its CPU backend; derivatives by backward()."""

import os
import sys
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))
os.environ.setdefault("CACHELEVEL", "0")

import numpy as np
from bn_subject import Subject
from tinygrad import Tensor, dtypes, nn
from tinygrad.helpers import Context

EVERY = {"f64": dtypes.float64, "f32": dtypes.float32, "f16": dtypes.float16}

# The layer's channel axis is 1; momentum is the weight of the new batch; the running variance takes the sample variance.
s = Subject("tinygrad", version("tinygrad"), without=["upstream-statistics", "mixed-formats", "empty"],
            conventions={"channel_axis": [1], "variance_convention": ["sample"]})


def layer(x, epsilon, gamma, beta, running_mean, running_variance, momentum=0):
    made = nn.BatchNorm(x.shape[1], eps=epsilon, momentum=momentum)
    made.weight = Tensor(np.ones(x.shape[1], x.dtype) if gamma is None else gamma)
    made.bias = Tensor(np.zeros(x.shape[1], x.dtype) if beta is None else beta)
    made.running_mean, made.running_var = Tensor(running_mean), Tensor(running_variance)
    return made


@s.training_forward(formats=EVERY, outputs=["y", "running_mean", "running_variance"])
def training(x, epsilon, running_mean, running_variance, momentum, gamma=None, beta=None):
    made = layer(x, epsilon, gamma, beta, running_mean, running_variance, momentum)
    with Context(TRAINING=1):
        y = made(Tensor(x))
        return y.numpy(), made.running_mean.numpy(), made.running_var.numpy()


@s.inference_forward(formats=EVERY)
def inference(x, epsilon, running_mean, running_variance, gamma=None, beta=None):
    with Context(TRAINING=0):
        return layer(x, epsilon, gamma, beta, running_mean, running_variance)(Tensor(x)).numpy()


def gradients(x, dy, made, trains):
    with Context(TRAINING=int(trains)):
        x = Tensor(x)
        parts = made(x).gradient(x, made.weight, made.bias, gradient=Tensor(dy))
        return tuple(part.numpy() for part in parts)


@s.training_backward(formats=EVERY)
def training_gradients(x, dy, epsilon, gamma):
    zeros = np.zeros(x.shape[1], x.dtype)
    return gradients(x, dy, layer(x, epsilon, gamma, None, zeros, zeros), True)


@s.inference_backward(formats=EVERY)
def inference_gradients(x, dy, epsilon, running_mean, running_variance, gamma):
    return gradients(x, dy, layer(x, epsilon, gamma, None, running_mean, running_variance), False)


s.run()
