"""MLX's BatchNorm layer on its CPU backend; derivatives by mx.vjp and mx.jvp."""

import sys
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))

import mlx.core as mx
import numpy as np
from bn_subject import Refused, Subject
from mlx import nn

mx.set_default_device(mx.cpu)
FORMATS = {"f64": mx.float64, "f32": mx.float32, "f16": mx.float16, "bf16": mx.bfloat16}
EVERY = list(FORMATS)
KINDS = {"float64": mx.float64, "float32": mx.float32, "float16": mx.float16}

# The layer puts channels last, takes the momentum as the weight of the new batch, and keeps the sample variance.
s = Subject("mlx", version("mlx"), conventions={"variance_convention": ["sample"]}, without=["upstream-statistics"],
            compute_format={"f16": "f16", "bf16": "bf16"})


def same(values):
    """An array of the values' own format; MLX alone would take doubles for f32."""
    return mx.array(values, KINDS[values.dtype.name])


class Layer:
    """The layer on one case; x has its channels last here."""

    def __init__(self, axis, epsilon, state=None, trains=True, momentum=0):
        self.axis, self.epsilon, self.state, self.trains, self.momentum = axis, epsilon, state, trains, momentum

    def channels_last(self, x, x_format):
        return same(np.moveaxis(x, self.axis, -1)).astype(FORMATS[x_format])

    def back(self, x):
        return np.moveaxis(np.array(x.astype(mx.float64)), -1, self.axis)

    def made(self, channels):
        try:
            layer = nn.BatchNorm(channels, eps=self.epsilon, momentum=self.momentum)
        except ValueError as e:
            raise Refused(str(e))
        layer.train(self.trains)
        if self.state:
            layer.running_mean, layer.running_var = map(same, self.state)
        return layer

    def __call__(self, x, gamma, beta, layer=None):
        layer = layer or self.made(x.shape[-1])
        layer.weight, layer.bias = gamma, beta
        try:
            return layer(x)
        except ValueError as e:
            raise Refused(str(e))

    def backward(self, x, gamma, dy):
        y, gradients = mx.vjp(lambda *p: self(*p), [x, gamma, mx.zeros_like(gamma)], [dy])
        return gradients


def parameters(x, axis, x_format, gamma, beta):
    channels, kind = x.shape[axis], FORMATS[x_format]
    return (mx.ones(channels, kind) if gamma is None else same(gamma),
            mx.zeros(channels, kind) if beta is None else same(beta))


def double(array):
    return np.array(array.astype(mx.float64))


@s.training_forward(formats=EVERY, outputs=["y", "running_mean", "running_variance"])
def training(x, epsilon, channel_axis, x_format, running_mean, running_variance, momentum, gamma=None, beta=None):
    layer = Layer(channel_axis, epsilon, (running_mean, running_variance), momentum=momentum)
    made = layer.made(x.shape[channel_axis])
    y = layer(layer.channels_last(x, x_format), *parameters(x, channel_axis, x_format, gamma, beta), made)
    return layer.back(y), double(made.running_mean), double(made.running_var)


@s.inference_forward(formats=EVERY)
def inference(x, epsilon, channel_axis, x_format, running_mean, running_variance, gamma=None, beta=None):
    layer = Layer(channel_axis, epsilon, (running_mean, running_variance), trains=False)
    return layer.back(layer(layer.channels_last(x, x_format), *parameters(x, channel_axis, x_format, gamma, beta)))


def gradients(layer, x, dy, x_format, gamma):
    dx, dgamma, dbeta = layer.backward(layer.channels_last(x, x_format), same(gamma), layer.channels_last(dy, x_format))
    return layer.back(dx), double(dgamma), double(dbeta)


@s.training_backward(formats=EVERY)
def training_gradients(x, dy, epsilon, channel_axis, x_format, gamma):
    return gradients(Layer(channel_axis, epsilon), x, dy, x_format, gamma)


@s.inference_backward(formats=EVERY)
def inference_gradients(x, dy, epsilon, channel_axis, x_format, running_mean, running_variance, gamma):
    layer = Layer(channel_axis, epsilon, (running_mean, running_variance), trains=False)
    return gradients(layer, x, dy, x_format, gamma)


s.run()
