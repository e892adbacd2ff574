"""PyTorch 1.13.1 of Debian 12: training on an empty batch divides an integer by zero, and the process dies. Needs
python3-torch; exit code 1 where it shows."""

import subprocess
import sys

CALL = "import torch; torch.native_batch_norm(torch.zeros(0, 3), None, None, torch.zeros(3), torch.ones(3), True, 0.25, 0.25)"
code = subprocess.run([sys.executable, "-c", CALL]).returncode
print(f"exit code {code}; 0 is right: an empty batch has an empty result")
sys.exit(code != 0)
