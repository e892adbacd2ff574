"""The PyTorch that Debian packages: native_batch_norm and its backward; second gradients by autograd."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))

import numpy as np
import torch
from bn_subject import Subject

FORMATS = {"f64": torch.float64, "f32": torch.float32, "bf16": torch.bfloat16}
EVERY = list(FORMATS)
torch.set_num_threads(1)

# The channels are axis 1; momentum weighs the new batch; the running variance takes the sample variance.
s = Subject("pytorch-debian", torch.__version__, without=["upstream-statistics", "mixed-formats"],
            conventions={"channel_axis": [1], "variance_convention": ["sample"]})


def typed(values, x_format):
    return None if values is None else torch.tensor(np.ascontiguousarray(values)).to(FORMATS[x_format])


def double(tensor):
    return tensor.detach().to(torch.float64).numpy()


@s.training_forward(formats=EVERY, outputs=["y", "mean", "inverse_std", "running_mean", "running_variance"])
def training(x, x_format, epsilon, running_mean, running_variance, momentum, gamma=None, beta=None):
    x, gamma, beta, mean, variance = (typed(t, x_format) for t in (x, gamma, beta, running_mean, running_variance))
    y, saved_mean, saved_inverse_std = torch.native_batch_norm(x, gamma, beta, mean, variance, True, momentum, epsilon)
    return tuple(map(double, (y, saved_mean, saved_inverse_std, mean, variance)))


@s.inference_forward(formats=EVERY)
def inference(x, x_format, epsilon, running_mean, running_variance, gamma=None, beta=None):
    x, gamma, beta, mean, variance = (typed(t, x_format) for t in (x, gamma, beta, running_mean, running_variance))
    return double(torch.native_batch_norm(x, gamma, beta, mean, variance, False, 0, epsilon)[0])


def first(x, gamma, dy, epsilon, mean=None, variance=None, create_graph=False):
    beta = torch.zeros_like(gamma)
    leaves = [t.requires_grad_(True) for t in (x, gamma, beta)]
    y = torch.native_batch_norm(*leaves, mean, variance, mean is None, 0, epsilon)[0]
    return torch.autograd.grad(y, leaves, dy, create_graph=create_graph)


@s.training_backward(formats=EVERY)
def training_gradients(x, dy, x_format, epsilon, gamma):
    return tuple(map(double, first(*(typed(t, x_format) for t in (x, gamma, dy)), epsilon)))


@s.inference_backward(formats=EVERY)
def inference_gradients(x, dy, x_format, epsilon, running_mean, running_variance, gamma):
    x, gamma, dy, mean, variance = (typed(t, x_format) for t in (x, gamma, dy, running_mean, running_variance))
    return tuple(map(double, first(x, gamma, dy, epsilon, mean, variance)))


@s.double_backward(formats=EVERY)
def second_gradients(x, dy, ddx, x_format, epsilon, gamma, ddgamma=None, ddbeta=None,
                     running_mean=None, running_variance=None):
    x, gamma, dy, ddx, ddgamma, ddbeta, mean, variance = (
        typed(t, x_format) for t in (x, gamma, dy, ddx, ddgamma, ddbeta, running_mean, running_variance))
    upstream = [ddx, *(torch.zeros_like(gamma) if d is None else d.to(gamma.dtype) for d in (ddgamma, ddbeta))]
    gradients = first(x, gamma, dy.requires_grad_(True), epsilon, mean, variance, create_graph=True)
    second = torch.autograd.grad(gradients, [x, gamma, dy], upstream, allow_unused=True)
    return tuple(double(torch.zeros_like(t) if g is None else g) for g, t in zip(second, (x, gamma, dy)))


s.run()
