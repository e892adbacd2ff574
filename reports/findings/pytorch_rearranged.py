"""PyTorch 1.13.1 of Debian 12: inference as s x + (beta - mean s) cancels where the mean is large. Needs python3-torch; exit
code 1 where it shows."""

import sys

import torch

EXACT, BOUND = 0.0980580672621727, 5.05e-8
x, one, zero = torch.tensor([[1e4 + 2**-10]]), torch.tensor([1.0]), torch.tensor([0.0])
mean, variance = torch.tensor([1e4]), torch.tensor([9.1552734375e-5])
got = float(torch.native_batch_norm(x, one, zero, mean, variance, False, 0.25, 2.0**-17)[0][0, 0])
print(f"y {got!r}, exact {EXACT!r} within {BOUND!r}")
sys.exit(abs(got - EXACT) > BOUND)
