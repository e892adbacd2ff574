"""The reference evaluator of the onnx package: BatchNormalization of opset 15, or of the opset that is the argument."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))

import numpy as np
import onnx
from bn_subject import Subject, Unsupported
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

OPSET = int(sys.argv[1]) if len(sys.argv) > 1 else 15
HAS_MODE = OPSET >= 14
TYPES = {"f64": TensorProto.DOUBLE, "f32": TensorProto.FLOAT, "f16": TensorProto.FLOAT16}
EVERY = list(TYPES)
np.seterr(all="ignore")  # NaN and the infinities are results here

# Attributes are f32. ONNX's momentum weighs the old state; the running variance takes the population variance.
s = Subject(
    "onnx-reference" if HAS_MODE else "onnx-reference-opset9", onnx.__version__, compute_format={"f16": "f16"},
    conventions={"channel_axis": [1], "variance_convention": ["population"], "epsilon_format": ["f32"]},
    without=["mixed-formats"])


def evaluate(x, x_format, parameters, outputs, **attributes):
    kinds = [helper.make_tensor_value_info(n, TYPES[x_format], None) for n in ("x", "scale", "bias", "mean", "var")]
    results = [helper.make_tensor_value_info(n, TYPES[x_format], None) for n in outputs]
    node = helper.make_node("BatchNormalization", [k.name for k in kinds], outputs, **attributes)
    graph = helper.make_graph([node], "normalization", kinds, results)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
    return ReferenceEvaluator(model).run(None, {"x": x, **dict(zip(("scale", "bias", "mean", "var"), parameters))})


def with_defaults(x, gamma, beta):
    channels = x.shape[1]
    return (np.ones(channels, x.dtype) if gamma is None else gamma, np.zeros(channels, x.dtype) if beta is None else beta)


@s.inference_forward(formats=EVERY)
def inference(x, x_format, epsilon, running_mean, running_variance, gamma=None, beta=None):
    parameters = (*with_defaults(x, gamma, beta), running_mean, running_variance)
    mode = {"training_mode": 0} if HAS_MODE else {}  # before, one output means inference
    return evaluate(x, x_format, parameters, ["y"], epsilon=epsilon, **mode)[0]


def training(x, x_format, epsilon, running_mean, running_variance, momentum, gamma=None, beta=None):
    old_weight = 1 - momentum
    if float(np.float32(old_weight)) != old_weight:
        raise Unsupported("1 - momentum is no f32")
    parameters = (*with_defaults(x, gamma, beta), running_mean, running_variance)
    outputs = ["y", "rm", "rv"]
    return tuple(evaluate(x, x_format, parameters, outputs, epsilon=epsilon, momentum=old_weight, training_mode=1))


if HAS_MODE:  # before, the evaluator gives one output of the five
    s.training_forward(formats=EVERY, outputs=["y", "running_mean", "running_variance"])(training)


s.run()
