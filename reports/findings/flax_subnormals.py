"""Flax 0.12.8 on JAX's CPU backend: subnormal values count as zero. Needs flax; exit code 1 where it shows."""

import sys

import jax.numpy as jnp
from flax import linen

EXACT = 2.0**-140  # x / √(0.25 + 0.75)
layer = linen.BatchNorm(use_running_average=True, epsilon=0.75, use_bias=False, use_scale=False)
state = {"mean": jnp.zeros(1), "var": jnp.array([0.25])}
got = float(layer.apply({"batch_stats": state}, jnp.full((1, 1), EXACT, jnp.float32))[0, 0])
print(f"y {got!r}, exact {EXACT!r}")
sys.exit(got != EXACT)
