"""Flax 0.12.8: training on an empty batch makes the running statistics NaN. Needs flax; exit code 1 where it shows."""

import sys

import jax.numpy as jnp
from flax import linen

layer = linen.BatchNorm(use_running_average=False, momentum=0.75, epsilon=0.25, use_bias=False, use_scale=False)
state = {"mean": jnp.array([10.0]), "var": jnp.array([4.0])}
_, changed = layer.apply({"batch_stats": state}, jnp.zeros((0, 1)), mutable=["batch_stats"])
mean, variance = (float(changed["batch_stats"][name][0]) for name in ("mean", "var"))
print(f"running mean {mean!r}, right is 10; running variance {variance!r}, right is 4: an empty batch says nothing")
sys.exit(mean != 10 or variance != 4)
