"""MLX 0.32.4: training on an empty batch makes the running statistics NaN. Needs mlx[cpu]; exit code 1 where it shows."""

import sys

import mlx.core as mx
import mlx.nn as nn

mx.set_default_device(mx.cpu)
layer = nn.BatchNorm(1, eps=0.25, momentum=0.25)
layer.running_mean, layer.running_var = mx.array([10.0]), mx.array([4.0])
layer(mx.zeros((0, 2, 1)))
mean, variance = layer.running_mean.item(), layer.running_var.item()
print(f"running mean {mean!r}, right is 10; running variance {variance!r}, right is 4: an empty batch says nothing")
sys.exit(mean != 10 or variance != 4)
