"""Reads the golden vectors and compares with them, by the standard library alone; copy it. See golden-vectors/README.md."""
import base64
import json
import pathlib
import struct

BYTES = {"f64": "d", "f32": "f", "f16": "e"}


def cases(folder):
    """(operation, case) for every case of every file that the manifest names."""
    folder = pathlib.Path(folder)
    for entry in json.loads((folder / "manifest.json").read_text())["files"]:
        document = json.loads((folder / entry["path"]).read_text())
        for case in document["cases"]:
            yield document["operation"], case


def data(tensor):
    """The exact values of a tensor, as doubles."""
    if isinstance(tensor["data"], list):
        return [float(value) for value in tensor["data"]]
    bits = base64.b64decode(tensor["data"]["base64"])
    if tensor["format"] == "bf16":
        return [struct.unpack("<f", b"\0\0" + bits[i:i + 2])[0] for i in range(0, len(bits), 2)]
    code = BYTES[tensor["format"]]
    return list(struct.unpack(f"<{len(bits) // struct.calcsize(code)}{code}", bits))


def bounds(output):
    """The bounds as published: a number, None or "Infinity"."""
    if isinstance(output["bound"], list):
        return output["bound"]
    bits = base64.b64decode(output["bound"]["base64"])
    numbers = struct.unpack(f"<{len(bits) // 8}d", bits)
    return [None if number != number else "Infinity" if number == float("inf") else number for number in numbers]


def agrees(got, golden, bound, accept=None):
    """True or False; None where nothing is known."""
    right = [float(value) for value in accept or [golden]]
    if bound is None:
        return any(got == value or got != got and value != value for value in right)
    return None if bound == "Infinity" else abs(got - float(golden)) <= bound


def differences(case, outputs):
    """A line for each value that is not right. Outputs are lists of doubles by name; those not given are not compared."""
    lines = []
    for name, golden in case["outputs"].items():
        if name not in outputs or "undefined" in golden:
            continue
        right, got, accept = data(golden), outputs[name], golden.get("accept", {})
        if len(got) != len(right):
            lines.append(f"{case['id']}: {name} has {len(got)} values, right are {len(right)}")
            continue
        for i, bound in enumerate(bounds(golden)):
            if agrees(got[i], right[i], bound, accept.get(str(i))) is False:
                within = f" within {bound}" if bound is not None else ""
                lines.append(f"{case['id']}: {name}[{i}] is {got[i]!r}, right is {right[i]!r}{within}")
    return lines
