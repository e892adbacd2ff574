"""OpenVINO's BatchNormInference on its CPU plugin, asked for full precision."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))

import functools

import numpy as np
import openvino as ov
from bn_subject import Subject
from openvino import opset5

TYPES = {"f32": np.float32, "f16": np.float16}
CORE = ov.Core()
CORE.set_property("CPU", {"INFERENCE_PRECISION_HINT": "f32"})

s = Subject("openvino", ov.__version__.split("-")[0], conventions={"channel_axis": [1]}, without=["mixed-formats", "empty"])


@functools.lru_cache(maxsize=256)
def model(shape, kind, epsilon):
    x = opset5.parameter(list(shape), kind)
    parameters = [opset5.parameter([shape[1]], kind) for _ in range(4)]
    node = opset5.batch_norm_inference(x, *parameters, epsilon)
    return CORE.compile_model(ov.Model([node], [x, *parameters]), "CPU")


@s.inference_forward(formats=list(TYPES))
def inference(x, x_format, epsilon, running_mean, running_variance, gamma=None, beta=None):
    kind = TYPES[x_format]
    gamma = np.ones(x.shape[1], kind) if gamma is None else gamma
    beta = np.zeros(x.shape[1], kind) if beta is None else beta
    compiled = model(x.shape, kind, epsilon)
    return compiled([x, gamma, beta, running_mean.astype(kind), running_variance.astype(kind)])[0]


s.run()
