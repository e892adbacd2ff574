"""TensorFlow's fused batch normalization, called from Python; gradients of every order by its tapes."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
import tensorflow as tf
from bn_subject import Subject

FORMATS = {"f32": tf.float32, "f16": tf.float16, "bf16": tf.bfloat16}
EVERY = list(FORMATS)
fused = tf.raw_ops.FusedBatchNormV3

# Parameters and statistics are f32, channels last, momentum weighs the new batch, the running variance is the sample's.
# TensorFlow's threads flush subnormals.
s = Subject("tensorflow-python", tf.__version__, without=["upstream-statistics"], subnormals="flushed",
            conventions={"variance_convention": ["sample"], "statistics_format": ["f32"]})


def nhwc(x, axis, x_format):
    """x as (positions, 1, 1, channels)."""
    columns = np.moveaxis(x, axis, -1).reshape(-1, 1, 1, x.shape[axis])
    return tf.cast(tf.constant(columns), FORMATS[x_format])


def back(y, shape, axis):
    moved = shape[:axis] + shape[axis + 1:] + shape[axis:axis + 1]
    return np.moveaxis(tf.cast(y, tf.float64).numpy().reshape(moved), -1, axis)


def single(values, default, channels):
    return tf.constant(np.full(channels, default, np.float32) if values is None else values, tf.float32)


def normalize(x, gamma, beta, epsilon, state=None, trains=True, momentum=1.0):
    empty = tf.zeros([0], tf.float32)
    mean, variance = (empty, empty) if state is None else (tf.constant(t, tf.float32) for t in state)
    return fused(x=x, scale=gamma, offset=beta, mean=mean, variance=variance, epsilon=epsilon,
                 exponential_avg_factor=momentum, data_format="NHWC", is_training=trains)


@s.training_forward(formats=EVERY, outputs=["y", "running_mean", "running_variance"])
def training(x, epsilon, channel_axis, x_format, running_mean, running_variance, momentum, gamma=None, beta=None):
    channels = x.shape[channel_axis]
    result = normalize(nhwc(x, channel_axis, x_format), single(gamma, 1, channels), single(beta, 0, channels), epsilon,
                       (running_mean, running_variance), True, momentum)
    return back(result.y, x.shape, channel_axis), result.batch_mean.numpy(), result.batch_variance.numpy()


@s.inference_forward(formats=EVERY)
def inference(x, epsilon, channel_axis, x_format, running_mean, running_variance, gamma=None, beta=None):
    channels = x.shape[channel_axis]
    result = normalize(nhwc(x, channel_axis, x_format), single(gamma, 1, channels), single(beta, 0, channels), epsilon,
                       (running_mean, running_variance), False)
    return back(result.y, x.shape, channel_axis)


class Gradients:
    """The gradients of one case, as functions of x, gamma and dy."""

    def __init__(self, epsilon, axis, shape, x_format, state=None):
        self.epsilon, self.axis, self.shape, self.format, self.state = epsilon, axis, shape, x_format, state

    def data(self, values):
        return nhwc(values, self.axis, self.format)

    def first(self, x, gamma, dy):
        beta = tf.zeros_like(gamma)
        with tf.GradientTape() as tape:
            tape.watch([x, gamma, beta])
            y = normalize(x, gamma, beta, self.epsilon, self.state, self.state is None).y
        return tape.gradient(y, [x, gamma, beta], output_gradients=dy)

    def second(self, x, gamma, dy, upstream):
        with tf.GradientTape() as tape:
            tape.watch([x, gamma, dy])
            first = self.first(x, gamma, dy)
        return tape.gradient(first, [x, gamma, dy], output_gradients=upstream, unconnected_gradients="zero")

    def shaped(self, data):
        return back(data, self.shape, self.axis)


@s.training_backward(formats=EVERY)
def training_gradients(x, dy, epsilon, channel_axis, x_format, gamma):
    return first_gradients(Gradients(epsilon, channel_axis, x.shape, x_format), x, dy, gamma)


@s.inference_backward(formats=EVERY)
def inference_gradients(x, dy, epsilon, channel_axis, x_format, running_mean, running_variance, gamma):
    return first_gradients(
        Gradients(epsilon, channel_axis, x.shape, x_format, (running_mean, running_variance)), x, dy, gamma)


def first_gradients(gradients, x, dy, gamma):
    dx, dgamma, dbeta = gradients.first(gradients.data(x), single(gamma, 1, len(gamma)), gradients.data(dy))
    return gradients.shaped(dx), dgamma.numpy(), dbeta.numpy()


@s.double_backward(formats=EVERY)
def second_gradients(x, dy, ddx, epsilon, channel_axis, x_format, gamma, ddgamma=None, ddbeta=None,
                     running_mean=None, running_variance=None):
    state = None if running_mean is None else (running_mean, running_variance)
    gradients = Gradients(epsilon, channel_axis, x.shape, x_format, state)
    channels = len(gamma)
    upstream = [gradients.data(ddx), single(ddgamma, 0, channels), single(ddbeta, 0, channels)]
    grad_x, grad_gamma, grad_dy = gradients.second(
        gradients.data(x), single(gamma, 1, channels), gradients.data(dy), upstream)
    return gradients.shaped(grad_x), grad_gamma.numpy(), gradients.shaped(grad_dy)


s.run()
