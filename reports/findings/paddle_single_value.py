"""PaddlePaddle 3.3.1: with one value a channel, training gives y = x, without gamma and beta, and leaves the state. Needs
paddlepaddle; exit code 1 where it shows."""

import sys

import paddle
from paddle.nn.functional import batch_norm

EXACT = 0.5  # beta: the only value is its own mean
mean, variance = paddle.to_tensor([10.0]), paddle.to_tensor([4.0])
gamma, beta = paddle.to_tensor([2.0]), paddle.to_tensor([0.5])
y = batch_norm(paddle.to_tensor([[3.0]]), mean, variance, gamma, beta, training=True, momentum=0.75, epsilon=0.25)
got = float(y[0, 0])
print(f"y {got!r}, exact {EXACT!r}; running mean {float(mean[0])!r}, exact 8.25; running variance {float(variance[0])!r}, exact 3.0")
sys.exit(got != EXACT or float(mean[0]) != 8.25)
