"""onnx 1.23.2: before opset 14 the reference evaluator mixes statistics of the batch into inference. Needs onnx; exit code 1
where it shows."""

import sys

import numpy as np
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

EXACT, BOUND = -2.0, 1.2e-7  # (0 - 4) / √(3.75 + 0.25)
names = ["x", "scale", "bias", "mean", "var"]
node = helper.make_node("BatchNormalization", names, ["y"], epsilon=0.25)
typed = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
graph = helper.make_graph([node], "inference", [typed(name) for name in names], [typed("y")])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 9)])
values = dict(zip(names, (np.array(v, np.float32) for v in ([[0], [8]], [1], [0], [4], [3.75]))))
got = float(ReferenceEvaluator(model).run(None, values)[0][0, 0])
print(f"y {got!r}, exact {EXACT!r} within {BOUND!r}")
sys.exit(abs(got - EXACT) > BOUND)
