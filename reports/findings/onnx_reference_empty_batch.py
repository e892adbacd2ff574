"""onnx 1.23.2: in the reference evaluator, training on an empty batch makes the running statistics NaN. Needs onnx; exit code 1
where it shows."""

import sys

import numpy as np
from onnx import TensorProto, helper
from onnx.reference import ReferenceEvaluator

names = ["x", "scale", "bias", "mean", "var"]
node = helper.make_node("BatchNormalization", names, ["y", "rm", "rv"], epsilon=0.25, momentum=0.75, training_mode=1)
typed = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
graph = helper.make_graph([node], "training", [typed(name) for name in names], [typed(name) for name in node.output])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)])
values = dict(zip(names, (np.array(v, np.float32) for v in (np.zeros((0, 1, 2)), [1], [0], [10], [4]))))
_, mean, variance = ReferenceEvaluator(model).run(None, values)
print(f"running mean {mean[0]}, right is 10; running variance {variance[0]}, right is 4: an empty batch says nothing")
sys.exit(mean[0] != 10 or variance[0] != 4)
