"""Flax 0.12.8: the layer's variance is E[x²] - mean², and cancels. Needs flax; exit code 1 where it shows."""

import sys

import jax.numpy as jnp
from flax import linen

EXACT, BOUND = 1.414189338684082, 0.00189  # y of the first value; what a sound f32 implementation may err
x = jnp.array([[3001.0], [3000.0], [3000.0]], jnp.float32)
layer = linen.BatchNorm(use_running_average=False, momentum=0.0, epsilon=2.0**-17, use_scale=False, use_bias=False)
start = {"batch_stats": {"mean": jnp.zeros(1), "var": jnp.ones(1)}}
y, state = layer.apply(start, x, mutable=["batch_stats"])
got = float(y[0, 0])
print(f"variance {float(state['batch_stats']['var'][0])!r}, exact 2/9; y {got!r}, exact {EXACT!r} within {BOUND!r}")
sys.exit(abs(got - EXACT) > BOUND)
