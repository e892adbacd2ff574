"""PyTorch 1.13.1 of Debian 12: of one value a channel, native_batch_norm in training makes the running variance NaN, and y is
not beta, because it is s x + (beta - mean s). torch.nn.functional.batch_norm refuses. Needs python3-torch; exit code 1 where
it shows."""

import sys

import torch

EXACT_MEAN, EXACT_Y = 25007.5, 0.5  # 0.75 10 + 0.25 100000, and beta
mean, variance = torch.tensor([10.0]), torch.tensor([4.0])
gamma, beta = torch.tensor([2.0]), torch.tensor([EXACT_Y])
y = torch.native_batch_norm(torch.tensor([[1e5]]), gamma, beta, mean, variance, True, 0.25, 2.0**-17)[0].item()
print(f"y {y!r}, exact {EXACT_Y!r}; running mean {mean.item()!r}, exact {EXACT_MEAN!r}; running variance {variance.item()!r}")
sys.exit(y != EXACT_Y or variance.isnan().item())
