"""A device that computes inference-forward in doubles: reads FOLDER/run.json and the inputs, writes the outputs.

Python's standard library is enough: NumPy's file format is a short header and the bits.
"""

import ast
import json
import math
import pathlib
import struct
import sys


def read(file):
    content = file.read_bytes()
    start = 10 + struct.unpack("<H", content[8:10])[0]
    header = ast.literal_eval(content[10:start].decode("ascii"))
    assert header["descr"] == "<f4" and not header["fortran_order"], header
    return header["shape"], struct.unpack(f"<{math.prod(header['shape'])}f", content[start:])


def write(file, shape, data):
    header = repr({"descr": "<f4", "fortran_order": False, "shape": tuple(shape)})
    header += " " * (-(10 + len(header) + 1) % 64) + "\n"
    file.write_bytes(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode("ascii") + f32(data))


def f32(data):
    def bits(value):
        try:
            return struct.pack("<f", value)
        except OverflowError:
            return struct.pack("<f", math.copysign(math.inf, value))

    return b"".join(map(bits, data))


def inference(case, folder):
    tensors = {name: read(folder / f"{name}.npy")[1] for name in case["inputs"]}
    shape, axis, epsilon = case["inputs"]["x"]["shape"], case["attributes"]["channel_axis"], case["attributes"]["epsilon"]
    positions, channels = math.prod(shape[axis + 1:]), shape[axis]
    gamma, beta = tensors.get("gamma", [1.0] * channels), tensors.get("beta", [0.0] * channels)
    y = []
    for i, value in enumerate(tensors["x"]):
        c = i // positions % channels
        inside = tensors["running_variance"][c] + epsilon
        r = 1 / math.sqrt(inside) if inside > 0 else math.inf if inside == 0 else math.nan
        y.append((value - tensors["running_mean"][c]) * r * gamma[c] + beta[c])
    write(folder / "y.npy", shape, y)


run = pathlib.Path(sys.argv[1])
for case in json.loads((run / "run.json").read_text())["cases"]:
    inference(case, run / case["id"])
