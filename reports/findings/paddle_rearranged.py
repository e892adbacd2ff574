"""PaddlePaddle 3.3.1: inference as s x + (beta - mean s) cancels where the mean is large. Needs paddlepaddle; exit code 1
where it shows."""

import sys

import paddle
from paddle.nn.functional import batch_norm

EXACT, BOUND = 0.0980580672621727, 5.05e-8
mean, variance = paddle.to_tensor([1e4]), paddle.to_tensor([9.1552734375e-5])
x, gamma, beta = paddle.to_tensor([[1e4 + 2**-10]]), paddle.to_tensor([1.0]), paddle.to_tensor([0.0])
got = float(batch_norm(x, mean, variance, gamma, beta, training=False, epsilon=2.0**-17)[0, 0])
print(f"y {got!r}, exact {EXACT!r} within {BOUND!r}")
sys.exit(abs(got - EXACT) > BOUND)
