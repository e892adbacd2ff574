import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "subjects/python"))

from bn_subject import Refused, Subject, Unsupported

FORMATS = ["f64", "f32", "f16", "bf16"]
s = Subject("echo", "1", algorithm_class="two-pass", numpy="lists" not in sys.argv)


@s.training_forward(FORMATS, outputs=["y", "mean", "running_mean", "running_variance"])
def training(x, epsilon, channel_axis, running_mean, running_variance, momentum, variance_convention):
    print("noise")
    return x, [1 / 3] * x.shape[channel_axis], running_mean, running_variance


@s.inference_forward(FORMATS)
def inference(x, running_mean, running_variance, epsilon, channel_axis):
    if epsilon == 3:
        raise ValueError("as told")
    raise Unsupported('no "1"') if epsilon == 1 else Refused("no 2")


s.run()
