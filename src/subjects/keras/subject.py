"""Keras' BatchNormalization layer on its TensorFlow backend; gradients by a tape."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))
os.environ.update(KERAS_BACKEND="tensorflow", TF_CPP_MIN_LOG_LEVEL="3")

import keras
import numpy as np
import tensorflow as tf
from bn_subject import Subject

FORMATS = {"f64": "float64", "f32": "float32", "f16": "float16", "bf16": "bfloat16"}
EVERY = list(FORMATS)

# Momentum weighs the old state; the running variance takes the population variance. All variables have the layer's dtype.
# TensorFlow's threads flush subnormals.
s = Subject("keras", keras.__version__, without=["upstream-statistics", "mixed-formats"], subnormals="flushed",
            conventions={"variance_convention": ["population"]})


class Layer:
    def __init__(self, x, axis, epsilon, x_format, gamma, beta, state=None, momentum=0):
        self.format = x_format
        self.layer = keras.layers.BatchNormalization(
            axis=axis, momentum=1 - momentum, epsilon=epsilon, scale=gamma is not None, center=beta is not None,
            dtype=FORMATS[x_format])
        self.layer.build(x.shape)
        for variable, values in zip(("gamma", "beta", "moving_mean", "moving_variance"), (gamma, beta, *(state or (None, None)))):
            if values is not None:
                getattr(self.layer, variable).assign(tf.cast(tf.constant(values), FORMATS[x_format]))

    def data(self, values):
        return tf.cast(tf.constant(values), FORMATS[self.format])

    def __call__(self, x, trains):
        return self.layer(self.data(x), training=trains)

    def state(self):
        return tuple(map(double, (self.layer.moving_mean, self.layer.moving_variance)))

    def gradients(self, x, dy, trains):
        x = self.data(x)
        variables = [self.layer.gamma.value, self.layer.beta.value]
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = self.layer(x, training=trains)
        return tuple(map(double, tape.gradient(y, [x, *variables], output_gradients=self.data(dy))))


def double(values):
    return tf.cast(tf.convert_to_tensor(values), tf.float64).numpy()


@s.training_forward(formats=EVERY, outputs=["y", "running_mean", "running_variance"])
def training(x, epsilon, channel_axis, x_format, running_mean, running_variance, momentum, gamma=None, beta=None):
    layer = Layer(x, channel_axis, epsilon, x_format, gamma, beta, (running_mean, running_variance), momentum)
    return double(layer(x, True)), *layer.state()


@s.inference_forward(formats=EVERY)
def inference(x, epsilon, channel_axis, x_format, running_mean, running_variance, gamma=None, beta=None):
    layer = Layer(x, channel_axis, epsilon, x_format, gamma, beta, (running_mean, running_variance))
    return double(layer(x, False))


@s.training_backward(formats=EVERY)
def training_gradients(x, dy, epsilon, channel_axis, x_format, gamma):
    return Layer(x, channel_axis, epsilon, x_format, gamma, np.zeros_like(gamma)).gradients(x, dy, True)


@s.inference_backward(formats=EVERY)
def inference_gradients(x, dy, epsilon, channel_axis, x_format, running_mean, running_variance, gamma):
    layer = Layer(x, channel_axis, epsilon, x_format, gamma, np.zeros_like(gamma), (running_mean, running_variance))
    return layer.gradients(x, dy, False)


s.run()
