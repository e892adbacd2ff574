"""Flax 0.12.8: the gradient of an f16 bias is summed in f16. Needs flax; exit code 1 where it shows."""

import sys

import jax
import jax.numpy as jnp
from flax import linen

EXACT, BOUND = 2056.0, 1.0  # dbeta; half an ulp of f16, as a sum in f32 would give
dy = jnp.array([[2048.0]] + 8 * [[1.0]], jnp.float16)
layer = linen.BatchNorm(use_running_average=True, epsilon=0.25, dtype=jnp.float16)
state = {"mean": jnp.zeros(1, jnp.float16), "var": jnp.ones(1, jnp.float16)}
parameters = {"scale": jnp.ones(1, jnp.float16), "bias": jnp.zeros(1, jnp.float16)}
_, pull = jax.vjp(lambda p: layer.apply({"batch_stats": state, "params": p}, jnp.zeros_like(dy)), parameters)
got = float(pull(dy)[0]["bias"][0])
print(f"dbeta {got!r}, exact {EXACT!r} within {BOUND!r}")
sys.exit(abs(got - EXACT) > BOUND)
