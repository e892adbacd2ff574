"""PaddlePaddle's batch_norm on the CPU; gradients of both orders by paddle.grad."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))

import numpy as np
import paddle
from bn_subject import Subject
from paddle.nn.functional import batch_norm

FORMATS = {"f64": "float64", "f32": "float32"}  # the CPU kernels take no others
EVERY = list(FORMATS)
paddle.set_device("cpu")

# Epsilon and momentum are held in f32; momentum weighs the old state; the running variance takes the population variance.
s = Subject("paddle", paddle.__version__, without=["upstream-statistics", "mixed-formats"],
            conventions={"variance_convention": ["population"], "epsilon_format": ["f32"]})


class Layer:
    """batch_norm on one case, with the channels last."""

    def __init__(self, shape, axis, x_format, epsilon, state=None, trains=True, momentum=0):
        self.shape, self.axis, self.type, self.epsilon, self.trains, self.momentum = (
            shape, axis, FORMATS[x_format], epsilon, trains, momentum)
        channels = shape[axis]
        self.mean, self.variance = map(self.tensor, state or (np.zeros(channels), np.ones(channels)))

    def tensor(self, values, default=None):
        values = np.full(self.shape[self.axis], default) if values is None else values
        return paddle.to_tensor(np.ascontiguousarray(values), dtype=self.type)

    def data(self, x):
        return self.tensor(np.moveaxis(x, self.axis, -1).reshape(-1, self.shape[self.axis]))

    def back(self, y):
        moved = self.shape[:self.axis] + self.shape[self.axis + 1:] + self.shape[self.axis:self.axis + 1]
        return np.moveaxis(y.numpy().reshape(moved), -1, self.axis)

    def __call__(self, x, gamma, beta, training=None):
        """Inference that is to be differentiated twice must be training with global statistics."""
        training = self.trains if training is None else training
        return batch_norm(x, self.mean, self.variance, gamma, beta, training=training, momentum=1 - self.momentum,
                          epsilon=self.epsilon, data_format="NC", use_global_stats=not self.trains)

    def first(self, x, gamma, dy, create_graph=False):
        beta = paddle.zeros_like(gamma)
        leaves = [x, gamma, beta]
        for leaf in leaves:
            leaf.stop_gradient = False
        return paddle.grad([self(*leaves, True if create_graph else None)], leaves, grad_outputs=[dy], create_graph=create_graph)

    def second(self, x, gamma, dy, upstream):
        dy.stop_gradient = False
        first = self.first(x, gamma, dy, create_graph=True)
        return paddle.grad(first, [x, gamma, dy], grad_outputs=upstream, allow_unused=True)


@s.training_forward(formats=EVERY, outputs=["y", "running_mean", "running_variance"])
def training(x, epsilon, channel_axis, x_format, running_mean, running_variance, momentum, gamma=None, beta=None):
    layer = Layer(x.shape, channel_axis, x_format, epsilon, (running_mean, running_variance), True, momentum)
    y = layer(layer.data(x), layer.tensor(gamma, 1), layer.tensor(beta, 0))
    return layer.back(y), layer.mean.numpy(), layer.variance.numpy()


@s.inference_forward(formats=EVERY)
def inference(x, epsilon, channel_axis, x_format, running_mean, running_variance, gamma=None, beta=None):
    layer = Layer(x.shape, channel_axis, x_format, epsilon, (running_mean, running_variance), False)
    return layer.back(layer(layer.data(x), layer.tensor(gamma, 1), layer.tensor(beta, 0)))


def gradients(layer, x, dy, gamma):
    dx, dgamma, dbeta = layer.first(layer.data(x), layer.tensor(gamma), layer.data(dy))
    return layer.back(dx), dgamma.numpy(), dbeta.numpy()


@s.training_backward(formats=EVERY)
def training_gradients(x, dy, epsilon, channel_axis, x_format, gamma):
    return gradients(Layer(x.shape, channel_axis, x_format, epsilon), x, dy, gamma)


@s.inference_backward(formats=EVERY)
def inference_gradients(x, dy, epsilon, channel_axis, x_format, running_mean, running_variance, gamma):
    layer = Layer(x.shape, channel_axis, x_format, epsilon, (running_mean, running_variance), False)
    return gradients(layer, x, dy, gamma)


@s.double_backward(formats=EVERY)
def second_gradients(x, dy, ddx, epsilon, channel_axis, x_format, gamma, ddgamma=None, ddbeta=None,
                     running_mean=None, running_variance=None):
    state = None if running_mean is None else (running_mean, running_variance)
    layer = Layer(x.shape, channel_axis, x_format, epsilon, state, state is None)
    upstream = [layer.data(ddx), layer.tensor(ddgamma, 0), layer.tensor(ddbeta, 0)]
    grads = layer.second(layer.data(x), layer.tensor(gamma), layer.data(dy), upstream)
    zeros = (layer.data(0 * x), layer.tensor(None, 0), layer.data(0 * x))
    grad_x, grad_gamma, grad_dy = (zero if grad is None else grad for grad, zero in zip(grads, zeros))
    return layer.back(grad_x), grad_gamma.numpy(), layer.back(grad_dy)


s.run()
