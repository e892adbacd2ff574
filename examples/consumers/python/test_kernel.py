"""The golden vectors as tests of a kernel:  python3 -m pytest examples/consumers/python/test_kernel.py

Put your kernel in place of training_forward and inference_forward; BN_VECTORS names the vectors' folder.
"""
import math
import os
import pathlib
import struct

import pytest

from bn_vectors import cases, data, differences

HERE = pathlib.Path(__file__).resolve().parent
VECTORS = os.environ.get("BN_VECTORS", HERE.parents[2] / "golden-vectors")
FORMATS = {"f64", "f32"}
# A case with any other attribute means something that these kernels do not do.
ATTRIBUTES = {"channel_axis", "epsilon", "epsilon_format", "statistics_format", "momentum", "variance_convention"}


def inverse_std(variance, epsilon):
    v = variance + epsilon
    return 1 / math.sqrt(v) if v > 0 else math.inf if v == 0 else math.nan


def normalize(x, mean, r, gamma, beta):
    return [gamma * ((value - mean) * r) + beta for value in x]


def training_forward(x, epsilon, gamma, beta, running_mean, running_variance, momentum, sample):
    """One channel; y and the statistics."""
    m = len(x)
    if m == 0:
        return [], math.nan, math.nan, math.nan, running_mean, running_variance
    mean = sum(x) / m
    squares = sum((value - mean) * (value - mean) for value in x)
    variance = squares / m
    r = inverse_std(variance, epsilon)
    entering = squares / (m - 1) if sample and m > 1 else math.nan if sample else variance
    return (normalize(x, mean, r, gamma, beta), mean, variance, r,
            (1 - momentum) * running_mean + momentum * mean, (1 - momentum) * running_variance + momentum * entering)


def inference_forward(x, epsilon, gamma, beta, running_mean, running_variance):
    """One channel."""
    return normalize(x, running_mean, inverse_std(running_variance, epsilon), gamma, beta)


def unsupported(operation, case):
    """Why a case is not for these kernels; None if it is."""
    if operation not in ("training-forward", "inference-forward"):
        return "operation " + operation
    unknown = set(case["attributes"]) - ATTRIBUTES
    if unknown:
        return "attribute " + min(unknown)
    formats = {tensor["format"] for tensor in list(case["inputs"].values()) + list(case["outputs"].values()) if "format" in tensor}
    return None if formats <= FORMATS else "format " + min(formats - FORMATS)


def run(operation, case):
    """The outputs of a case, channel by channel."""
    attributes, inputs = case["attributes"], {name: data(tensor) for name, tensor in case["inputs"].items()}
    shape, axis = case["inputs"]["x"]["shape"], attributes["channel_axis"]
    channels, inner = shape[axis], math.prod(shape[axis + 1:])
    places = [[] for _ in range(channels)]
    for i in range(len(inputs["x"])):
        places[i // inner % channels].append(i)
    outputs = {name: [0.0] * len(inputs["x"] if name == "y" else places) for name in case["outputs"]}
    for c, indices in enumerate(places):
        one = {name: inputs.get(name, [absent] * channels)[c] for name, absent in
               (("gamma", 1.0), ("beta", 0.0), ("running_mean", 0.0), ("running_variance", 0.0))}
        x = [inputs["x"][i] for i in indices]
        if operation == "inference-forward":
            y = inference_forward(x, attributes["epsilon"], **one)
        else:
            y, *statistics = training_forward(x, attributes["epsilon"], momentum=attributes.get("momentum", 0),
                                              sample=attributes.get("variance_convention") == "sample", **one)
            for name, value in zip(("mean", "variance", "inverse_std", "running_mean", "running_variance"), statistics):
                if name in outputs:
                    outputs[name][c] = value
        for i, value in zip(indices, y):
            outputs["y"][i] = value
    return {name: [rounded(value, case["outputs"][name].get("format")) for value in values] for name, values in outputs.items()}


def rounded(value, format):
    try:
        return struct.unpack("f", struct.pack("f", value))[0] if format == "f32" else value
    except OverflowError:
        return math.copysign(math.inf, value)


def parameters():
    for operation, case in cases(VECTORS):
        why = unsupported(operation, case)
        yield pytest.param(operation, case, id=case["id"], marks=[pytest.mark.skip(why)] if why else [])


@pytest.mark.parametrize("operation, case", list(parameters()))
def test_vector(operation, case):
    wrong = differences(case, run(operation, case))
    assert not wrong, "\n".join(wrong)
