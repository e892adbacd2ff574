"""ONNX Runtime 1.32.0: y = s x + (beta - mean s) cancels where the mean is large. Needs onnx and onnxruntime; exit code 1
where it shows."""

import sys

import numpy as np
import onnxruntime
from onnx import TensorProto, helper

EXACT, BOUND = 0.0980580672621727, 5.05e-8
names = ["x", "scale", "bias", "mean", "var"]
node = helper.make_node("BatchNormalization", names, ["y"], epsilon=2.0**-17)
typed = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
graph = helper.make_graph([node], "inference", [typed(name) for name in names], [typed("y")])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)
values = dict(zip(names, (np.array(v, np.float32) for v in ([[1e4 + 2**-10]], [1], [0], [1e4], [9.1552734375e-5]))))
got = float(onnxruntime.InferenceSession(model.SerializeToString()).run(None, values)[0][0, 0])
print(f"y {got!r}, exact {EXACT!r} within {BOUND!r}")
sys.exit(abs(got - EXACT) > BOUND)
