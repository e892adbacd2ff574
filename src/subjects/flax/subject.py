"""Flax's BatchNorm on JAX's CPU backend, with the layer's defaults; its derivatives by jax.vjp and jax.jvp."""

import sys
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))

import jax
import jax.numpy as jnp
from bn_subject import Subject
from flax import linen

jax.config.update("jax_enable_x64", True)
FORMATS = {"f64": jnp.float64, "f32": jnp.float32, "f16": jnp.float16, "bf16": jnp.bfloat16}
EVERY = list(FORMATS)

# The layer's momentum weighs the old state; the running variance takes the population variance.
s = Subject("flax", version("flax"), conventions={"variance_convention": ["population"]}, without=["upstream-statistics"])


class Layer:
    """The layer on one case: y and the new state as functions of x, gamma and beta."""

    def __init__(self, x_format, axis, epsilon, state=None, trains=True, momentum=0):
        self.type, self.axis, self.epsilon = FORMATS[x_format], axis, epsilon
        self.state, self.trains, self.momentum = state, trains, momentum

    def __call__(self, x, gamma=None, beta=None):
        layer = linen.BatchNorm(
            use_running_average=not self.trains, axis=self.axis, momentum=1 - self.momentum, epsilon=self.epsilon,
            dtype=self.type, use_scale=gamma is not None, use_bias=beta is not None)
        parameters = {"scale": gamma, "bias": beta}
        zeros = jnp.zeros(x.shape[self.axis], jnp.promote_types(self.type, jnp.float32))
        mean, variance = self.state or (zeros, zeros)
        variables = {"params": {name: value for name, value in parameters.items() if value is not None},
                     "batch_stats": {"mean": jnp.asarray(mean), "var": jnp.asarray(variance)}}
        y, changed = layer.apply(variables, x, mutable=["batch_stats"])
        return y, changed["batch_stats"]

    def backward(self, x, gamma, dy):
        _, pull = jax.vjp(lambda x, gamma, beta: self(x, gamma, beta)[0], x, gamma, jnp.zeros_like(gamma))
        return pull(dy)

    def double_backward(self, x, gamma, dy, upstream):
        _, pull = jax.vjp(self.backward, x, gamma, dy)
        return pull(upstream)


def typed(x_format, *tensors):
    return [jnp.asarray(t, FORMATS[x_format]) for t in tensors]


@s.training_forward(formats=EVERY, outputs=["y", "running_mean", "running_variance"])
def training(x, epsilon, channel_axis, x_format, running_mean, running_variance, momentum, gamma=None, beta=None):
    layer = Layer(x_format, channel_axis, epsilon, (running_mean, running_variance), momentum=momentum)
    y, state = layer(*typed(x_format, x), gamma, beta)
    return y.astype(jnp.float64), state["mean"], state["var"]


@s.inference_forward(formats=EVERY)
def inference(x, epsilon, channel_axis, x_format, running_mean, running_variance, gamma=None, beta=None):
    layer = Layer(x_format, channel_axis, epsilon, (running_mean, running_variance), trains=False)
    return layer(*typed(x_format, x), gamma, beta)[0].astype(jnp.float64)


def doubles(gradients):
    return tuple(g.astype(jnp.float64) for g in gradients)


@s.training_backward(formats=EVERY)
def training_gradients(x, dy, epsilon, channel_axis, x_format, gamma):
    x, dy = typed(x_format, x, dy)
    return doubles(Layer(x_format, channel_axis, epsilon).backward(x, jnp.asarray(gamma), dy))


@s.inference_backward(formats=EVERY)
def inference_gradients(x, dy, epsilon, channel_axis, x_format, running_mean, running_variance, gamma):
    x, dy = typed(x_format, x, dy)
    layer = Layer(x_format, channel_axis, epsilon, (running_mean, running_variance), trains=False)
    return doubles(layer.backward(x, jnp.asarray(gamma), dy))


@s.double_backward(formats=EVERY)
def second_gradients(x, dy, ddx, epsilon, channel_axis, x_format, gamma, ddgamma=None, ddbeta=None,
                     running_mean=None, running_variance=None):
    x, dy, ddx = typed(x_format, x, dy, ddx)
    gamma = jnp.asarray(gamma)
    zero = jnp.zeros_like(gamma)
    upstream = (ddx, *(zero if d is None else jnp.asarray(d, gamma.dtype) for d in (ddgamma, ddbeta)))
    state = None if running_mean is None else (running_mean, running_variance)
    layer = Layer(x_format, channel_axis, epsilon, state, trains=state is None)
    return doubles(layer.double_backward(x, gamma, dy, upstream))


@s.tangent(formats=EVERY, outputs=["y_dot"])
def tangent(x, x_dot, epsilon, channel_axis, x_format, gamma, beta, gamma_dot, beta_dot):
    x, x_dot = typed(x_format, x, x_dot)
    layer = Layer(x_format, channel_axis, epsilon)
    parameters = tuple(map(jnp.asarray, (gamma, beta)))
    directions = tuple(jnp.asarray(d, p.dtype) for d, p in zip((gamma_dot, beta_dot), parameters))
    _, y_dot = jax.jvp(lambda *arguments: layer(*arguments)[0], (x, *parameters), (x_dot, *directions))
    return y_dot.astype(jnp.float64)


s.run()
