"""An independent second implementation of exact batch normalization, to cross-check test vector documents.

python3 second_opinion.py FILE.json [...] ('-' is standard input) recomputes every output from the inputs and compares
bit for bit: one line per mismatch, then the tally; exit status 1 after a mismatch or if nothing was checked. Rounding
is decided by exact integer square roots. Floats only hold values of the formats, and compute infinities and NaNs.
"""
import json
import sys
from collections import Counter
from fractions import Fraction
from math import prod

from opinion.activation import activated
from opinion.folding_and_population import folded, population
from opinion.normalization import STATE, WIDE, expectations
from opinion.rounding import Expect, decode

OUTPUTS = {"training-forward": ("y", "mean", "variance", "inverse_std"), "inference-forward": ("y",),
           "training-backward": ("dx", "dgamma", "dbeta"), "inference-backward": ("dx", "dgamma", "dbeta"),
           "double-backward": ("grad_x", "grad_gamma", "grad_dy"), "tangent": ("y_dot", "mean_dot", "variance_dot"),
           "fold": ("weight", "bias"), "population": STATE}
OUTPUTS.update({f"synchronised-{way}": OUTPUTS[f"training-{way}"] for way in ("forward", "backward")})
BATCH_STATISTICS = ("training-forward", "training-backward", "synchronised-forward", "synchronised-backward", "tangent")
DEFAULTS = {"gamma": 1.0, **dict.fromkeys(("beta", "dmean", "dvariance", "running_mean", "running_variance", "ddgamma", "ddbeta",
                                           "gamma_dot", "beta_dot", "bias"), 0.0)}

def positions(operation, attributes, shape):
    """For each channel, the indices of its values: of x, or of the weight for an output channel."""
    if operation != "fold":
        axis = int(attributes["channel_axis"])
        return [[i for i in range(prod(shape)) if i // prod(shape[axis + 1:]) % shape[axis] == c] for c in range(shape[axis])]
    if attributes["layer"] != "transposed-convolution":
        return [[*range(c * prod(shape[1:]), (c + 1) * prod(shape[1:]))] for c in range(shape[0])]
    run, kernel = shape[0] // int(attributes.get("groups", "1")), prod(shape[2:])
    return [[(n * shape[1] + c) * kernel + s for n in range(first, first + run) for s in range(kernel)]
            for first in range(0, shape[0], run) for c in range(shape[1])]

def channels(operation, case):
    """Yields the positions and the decoded inputs of every channel."""
    inputs, attributes = case["inputs"], case["attributes"]
    data = {name: [decode(text, t["format"]) for text in t["data"]] for name, t in inputs.items()}
    numbers = attributes.get("epsilon_format", "f64")
    settings = {key: decode(attributes.get(key, "0"), numbers) for key in ("epsilon", "momentum")}
    settings.update(training=operation in BATCH_STATISTICS or STATE[0] not in inputs,
                    sample=attributes.get("variance_convention") == "sample",
                    batch_sizes=[*map(int, attributes.get("batch_sizes", ()))])
    if "batch_index" in attributes:
        settings["momentum"] = Fraction(1, int(attributes["batch_index"]))
    shape = [*map(int, inputs["weight" if operation == "fold" else "x"]["shape"])]
    for c, where in enumerate(positions(operation, attributes, shape)):
        own = {name: values[c] if name in DEFAULTS else [values[i] for i in where] for name, values in data.items()}
        yield where, {"dy": [], "ddx": [], "x_dot": [], "z": [], **DEFAULTS, **settings, **own}

def check_case(operation, case, tally):
    inputs, outputs = case["inputs"], case["outputs"]
    data = inputs["weight" if operation == "fold" else "x"]
    xf = data["format"]
    names = OUTPUTS[operation] + (STATE if operation in ("training-forward", "synchronised-forward") and STATE[0] in inputs else ())
    names += ("dz",) if "z" in inputs and "dy" in inputs else ()
    names = [name for name in names if name in case["attributes"].get("mask", names)]
    stats = case["attributes"].get("statistics_format", "f64" if xf == "f64" else "f32")
    affine = inputs["gamma"]["format"] if "gamma" in inputs else stats
    bias = next((inputs[name]["format"] for name in ("bias", "beta") if name in inputs), stats)
    fmt = dict.fromkeys(sum(OUTPUTS.values(), STATE), stats)
    fmt.update(dict.fromkeys(WIDE, xf), dgamma=affine, dbeta=affine, grad_gamma=affine, bias=bias)
    normalized = expectations if case["attributes"].get("activation", "none") == "none" else activated
    opinion = {"fold": folded, "population": population}.get(operation, normalized)
    parts = [(where, opinion(ch, fmt)) for where, ch in channels(operation, case)]
    for name in sorted({*names, *outputs}):
        tensor, wide = outputs.get(name, {}), name in WIDE
        wanted = ([pair for where, found in parts for pair in zip(where, found[name])] if wide else
                  [(c, found.get(name)) for c, (_, found) in enumerate(parts)])
        layout = [fmt.get(name), data["shape"] if wide else [str(len(parts))], len(wanted)]
        given = [tensor.get("format"), tensor.get("shape"), len(tensor.get("data", ()))]
        if name not in names or given != layout and "undefined" not in tensor:
            wanted, tensor = [("-", Expect((str(layout),)))], {"undefined": str(given)}
        tally["skipped"] += [expect for _, expect in wanted].count(None)
        for i, expect in wanted:
            if expect is not None:
                check_value((case["id"], name, i), expect, tensor, tally)

def check_value(label, expect, tensor, tally):
    tally["values"] += 1
    found = tensor.get("undefined") or decode(tensor["data"][label[2]], tensor["format"])
    listed = [decode(t, tensor["format"]) for t in tensor.get("accept", {}).get(str(label[2]), ())]
    wrong = expect.accept and {*map(repr, listed)} != {*map(repr, expect.accept)}
    if wrong or repr(found) not in map(repr, expect.allowed):
        tally["mismatches"] += 1
        print(*label, "expected", *expect.allowed, "accept", list(expect.accept), "found", found, listed)

if __name__ == "__main__":
    tally = Counter()
    for name in sys.argv[1:]:
        with open(0 if name == "-" else name, encoding="utf-8") as source:
            document = json.load(source, parse_float=str, parse_int=str)
        for case in document["cases"]:
            check_case(document["operation"], case, tally)
    print(f"{tally['values']} values, {tally['mismatches']} mismatches, {tally['skipped']} skipped")
    sys.exit(1 if tally["mismatches"] or not tally["values"] else 0)
